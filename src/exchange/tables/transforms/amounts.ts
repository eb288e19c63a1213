import { z } from 'zod';
import {
  type Basis,
  bases,
  type Figure,
  type Money,
  moneyBases,
  qualifiers,
} from '../../../kernel/figure.ts';
import { type LangText, langTextFrom } from '../../../kernel/lang-text.ts';
import { type Cells, isObject, objectsAt, textAt, valuesAt } from '../paths.ts';
import { sumMoney } from '../sum-money.ts';
import { language, listOrNothing, path, type Report, transform } from '../transform.ts';
import { dateOf } from './dates.ts';

const moneyBasis = z.enum(moneyBases);

/** Amounts that stand in columns of their own, all in one currency. */
export const amounts = transform(
  z.strictObject({
    currency: z.string().length(3),
    columns: z.array(z.strictObject({ from: path, basis: moneyBasis })).min(1),
    valueDate: path.optional(),
  }),
  (cells, options, report) => {
    const date =
      options.valueDate === undefined ? undefined : dateOf(textAt(cells, options.valueDate), [], report);
    return listOrNothing(
      options.columns.flatMap(({ from, basis }): Money[] => {
        const amount = numberOf(textAt(cells, from), report);
        if (amount === undefined) return [];
        return [
          { amount, currency: options.currency, basis, ...(date === undefined ? {} : { valueDate: date }) },
        ];
      }),
    );
  },
);

/** Amounts in an object of objects (`{"1": {required: 5}, …}`): each key labels its amounts. `{key}` in the label. */
export const keyedAmounts = transform(
  z.strictObject({
    from: path,
    currency: z.string().length(3),
    label: z.string(),
    bases: z.record(z.string(), moneyBasis),
  }),
  (cells, options, report) => {
    const keyed = valuesAt(cells, options.from).find(isObject) ?? {};
    return listOrNothing(
      Object.entries(keyed).flatMap(([key, amounts]) =>
        Object.entries(options.bases).flatMap(([member, basis]): Money[] => {
          const amount = isObject(amounts) ? numberOf(textAt(amounts, member), report) : undefined;
          if (amount === undefined) return [];
          return [
            {
              amount,
              currency: options.currency,
              basis,
              label: inEnglish(options.label.replace('{key}', key)),
            },
          ];
        }),
      ),
    );
  },
);

/** Amounts in a list of `{amount, currency, date, kind, qualifier, source}`. Kinds that `bases` does not name are left out. */
export const moneyList = transform(
  z.strictObject({
    from: path,
    basis: moneyBasis.optional(),
    bases: z.record(z.string(), moneyBasis).optional(),
    /** Where the currency stands that holds for all. */
    defaultCurrency: path.optional(),
    /** Where the members have other names: ours to the source's. */
    members: z.strictObject({ amount: path.default('amount'), date: path.default('date') }).prefault({}),
    /** Show the kind as a label. */
    labelled: z.boolean().default(false),
    /** Add up amounts of the same basis and currency. */
    sum: z.boolean().default(false),
  }),
  (cells, options, report) => {
    const fallback = options.defaultCurrency === undefined ? '' : textAt(cells, options.defaultCurrency);
    const found = objectsAt(cells, options.from).flatMap((item): Money[] => {
      const amount = numberOf(textAt(item, options.members.amount), report);
      const kind = textAt(item, 'kind');
      const basis = options.bases === undefined ? options.basis : options.bases[kind];
      const currency = textAt(item, 'currency') || fallback;
      if (amount === undefined || basis === undefined) return [];
      if (currency === '') report('warning', 'missing', { got: amount, right: 'ISO 4217' });
      if (currency === '') return [];
      const valueDate = dateOf(textAt(item, options.members.date), [], report);
      return [
        {
          amount,
          currency,
          ...(valueDate === undefined ? {} : { valueDate }),
          basis,
          ...qualifierOf(item),
          ...(options.labelled && kind !== '' ? { label: inEnglish(spoken(kind)) } : {}),
          ...sourceOf(item),
        },
      ];
    });
    return listOrNothing(options.sum ? sumMoney(found) : found);
  },
);

/**
 * Figures in a list of `{text | kind | label, value, unit | currency, asOf, qualifier, source, note}`. Entries without
 * a number are no figures; `languages` can keep their words (`withoutNumber`).
 */
export const figures = transform(
  z.strictObject({
    from: path,
    basis: z.enum(bases).default('reported'),
    defaultSource: z.number().int().optional(),
  }),
  (cells, options) =>
    listOrNothing(
      objectsAt(cells, options.from).flatMap((item): Figure[] => {
        const { value } = item;
        if (typeof value !== 'number') return [];
        return [figureOf(item, value, options.basis, options.defaultSource)];
      }),
    ),
);

/** A number in a column, as a figure with its unit. */
export const count = transform(
  z.strictObject({ from: path, unit: z.string(), language, basis: z.enum(bases) }),
  (cells, options, report) => {
    const value = numberOf(textAt(cells, options.from), report);
    const unit = { original: options.language, texts: { [options.language]: options.unit } };
    return value === undefined ? undefined : [{ value, unit, basis: options.basis }];
  },
);

function figureOf(item: Cells, value: number, basis: Basis, defaultSource: number | undefined): Figure {
  const kind = textAt(item, 'kind');
  const label =
    textOf(item['text']) ?? textOf(item['label']) ?? (kind === '' ? undefined : inEnglish(spoken(kind)));
  const note = textOf(item['note']);
  const asOf = textAt(item, 'asOf');
  return {
    ...(label === undefined ? {} : { label }),
    value,
    unit: textOf(item['unit']) ?? inEnglish(textAt(item, 'currency') || spoken(kind) || '1'),
    ...(asOf === '' ? {} : { asOf }),
    ...sourceOf(item, defaultSource),
    basis,
    ...qualifierOf(item),
    ...(note === undefined ? {} : { note }),
  };
}

function sourceOf(item: Cells, otherwise?: number): { source?: number } {
  const { source } = item;
  const index = typeof source === 'number' ? source : otherwise;
  return index === undefined ? {} : { source: index };
}

function qualifierOf(item: Cells): Pick<Figure, 'qualifier'> {
  const qualifier = qualifiers.find((one) => one === item['qualifier']);
  return qualifier === undefined ? {} : { qualifier };
}

function textOf(value: unknown): LangText | undefined {
  if (typeof value === 'string' && value.trim() !== '') return { original: 'und', texts: { und: value } };
  if (!isObject(value)) return undefined;
  return langTextFrom(
    Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  );
}

/** `scholarshipsAndResearchGrants` → `scholarships and research grants`. */
function spoken(word: string): string {
  return word
    .replace(/(?<=[a-z])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/(?<=[a-z])(?=\d)/g, ' ');
}

function inEnglish(words: string): LangText {
  return { original: 'en', texts: { en: words } };
}

/** A number with or without thousands marks; a finding where a cell holds something else. */
function numberOf(found: string, report: Report): number | undefined {
  if (found === '') return undefined;
  const plain = found.replace(/[\s\u00a0\u202f]|,(?=\d{3}(?:\D|$))/g, '');
  const number = Number(plain);
  if (plain !== '' && Number.isFinite(number)) return number;
  report('warning', 'badNumber', { got: found.slice(0, 100) });
  return undefined;
}
