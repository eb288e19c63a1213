import type { Control } from '../../fields/field.ts';
import type { Reference } from '../../fields/references.ts';
import { duePrecisions } from '../../kernel/due.ts';
import { bases, moneyBases, qualifiers } from '../../kernel/figure.ts';
import { repaymentPlans, repayments } from '../../kernel/loan.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages } from '../../vocabulary/languages.ts';
import { registerLabel } from '../../wording/labels.ts';
import { html } from '../html.ts';
import { titleLink } from '../pages/record-heading.ts';
import { dateMeant, numberMeant } from './digits.ts';
import type { Input } from './input.ts';
import { choiceInput } from './inputs/choice-input.ts';
import { choicesInput } from './inputs/choices-input.ts';
import { countryInput } from './inputs/country-input.ts';
import { lineInput } from './inputs/line-input.ts';
import { listInput } from './inputs/list-input.ts';
import { type Part, partsInput } from './inputs/parts-input.ts';
import { sourceInput } from './inputs/source-input.ts';
import { textInput } from './inputs/text-input.ts';
import { wordsInput } from './inputs/words-input.ts';
import { allLanguages, languageLabel } from './language-options.ts';
import { optionLabel, optionsOf } from './options.ts';

const line = lineInput();
const text = textInput(1);
const address = lineInput({ keys: 'url' });
const amount = lineInput({ meant: numberMeant, right: '1250000.50', keys: 'decimal' });
const number = lineInput({ meant: numberMeant, right: '1250, −0.5' });
const date = lineInput({
  meant: dateMeant,
  pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
  help: 'form.dateHint',
});
const currency = lineInput({
  meant: (typed) => (/^[a-z]{3}$/i.test(typed.trim()) ? typed.trim().toUpperCase() : typed),
  help: 'form.currencyHint',
  suggestions: 'currency',
});
const language = choiceInput((t) => allLanguages(t, []), {
  named: (tag, t) => languageLabel(t, tag),
});
const flag = choiceInput(
  (t) => [
    { code: 'true', label: t('form.yes') },
    { code: 'false', label: t('form.no') },
  ],
  { meant: (word) => (word === 'true' ? true : word === 'false' ? false : word) },
);
const register = choiceInput(
  (t) => allRegisters.map(({ name }) => ({ code: name, label: registerLabel(t, name) })),
  { blank: (t) => t('form.elsewhere') },
);
const figureBasis = choiceInput((t) => bases.map((code) => ({ code, label: t(`basis.${code}`) })));
const moneyBasis = choiceInput((t) => moneyBases.map((code) => ({ code, label: t(`moneyBasis.${code}`) })));
const precision = choiceInput((t) =>
  duePrecisions.map((code) => ({ code, label: t(`duePrecision.${code}`) })),
);
const repayment = choiceInput((t) => repayments.map((code) => ({ code, label: t(`repayment.${code}`) })));
const repaymentPlan = choiceInput((t) =>
  repaymentPlans.map((code) => ({ code, label: t(`repaymentPlan.${code}`) })),
);
const qualifier = choiceInput((t) =>
  qualifiers.map((code) => ({ code, label: t(`qualifier.${code}`, { value: '…' }) })),
);

const period: readonly Part[] = [
  { name: 'start', label: 'form.part.start', input: date },
  { name: 'end', label: 'form.part.end', input: date },
];
const due: readonly Part[] = [
  { name: 'precision', label: 'form.part.precision', input: precision, needed: true },
  { name: 'date', label: 'form.part.dueDate', input: date },
  { name: 'start', label: 'form.part.start', input: date, rare: true },
  { name: 'notBefore', label: 'form.part.notBefore', input: date, rare: true },
];
const loan: readonly Part[] = [
  { name: 'rate', label: 'part.rate', input: amount },
  { name: 'secondRate', label: 'part.secondRate', input: amount, rare: true },
  { name: 'repayment', label: 'part.repayment', input: repayment },
  { name: 'plan', label: 'part.plan', input: repaymentPlan },
  { name: 'committedOn', label: 'part.committedOn', input: date, rare: true },
  { name: 'firstPaymentOn', label: 'part.firstPaymentOn', input: date, rare: true },
  { name: 'lastPaymentOn', label: 'part.lastPaymentOn', input: date, rare: true },
];
const figure: readonly Part[] = [
  { name: 'label', label: 'form.part.label', input: text },
  { name: 'value', label: 'part.value', input: number, needed: true },
  { name: 'unit', label: 'form.part.unit', input: text, needed: true },
  { name: 'basis', label: 'part.basis', input: figureBasis, needed: true },
  { name: 'asOf', label: 'field.asOf', input: date },
  { name: 'source', label: 'form.part.source', input: sourceInput },
  { name: 'qualifier', label: 'form.part.qualifier', input: qualifier, rare: true },
  { name: 'note', label: 'part.note', input: text, rare: true },
];
const sum: readonly Part[] = [
  { name: 'amount', label: 'part.amount', input: amount, needed: true },
  { name: 'currency', label: 'form.part.currency', input: currency, needed: true },
  { name: 'basis', label: 'part.basis', input: moneyBasis, needed: true },
  { name: 'valueDate', label: 'form.part.valueDate', input: date },
  { name: 'source', label: 'form.part.source', input: sourceInput },
  { name: 'label', label: 'form.part.label', input: text, rare: true },
  { name: 'qualifier', label: 'form.part.qualifier', input: qualifier, rare: true },
];
const demand: readonly Part[] = [
  { name: 'label', label: 'form.part.label', input: text, needed: true },
  { name: 'country', label: 'field.country', input: countryInput, needed: true },
  { name: 'value', label: 'part.value', input: number, needed: true },
  { name: 'unit', label: 'form.part.unit', input: text, needed: true },
  { name: 'neededBy', label: 'field.neededBy', input: date },
  { name: 'note', label: 'part.note', input: text, rare: true },
];
const place: readonly Part[] = [
  { name: 'name', label: 'form.part.name', input: text },
  { name: 'country', label: 'field.country', input: countryInput },
  { name: 'latitude', label: 'form.part.latitude', input: degrees('−90 … 90'), rare: true },
  { name: 'longitude', label: 'form.part.longitude', input: degrees('−180 … 180'), rare: true },
];
const link: readonly Part[] = [
  { name: 'url', label: 'form.part.url', input: address, needed: true },
  { name: 'title', label: 'field.title', input: line },
];
const source: readonly Part[] = [
  { name: 'title', label: 'field.title', input: line, needed: true },
  { name: 'url', label: 'form.part.url', input: address },
  { name: 'publishedOn', label: 'field.publishedOn', input: date },
  { name: 'readOn', label: 'form.part.readOn', input: date },
  { name: 'cited', label: 'form.part.cited', input: flag, rare: true },
];
const reference: readonly Part[] = [
  { name: 'register', label: 'form.part.register', input: register },
  { name: 'id', label: 'field.identifier', input: line, needed: true },
];
const file: readonly Part[] = [
  ...link,
  { name: 'mediaType', label: 'form.part.mediaType', input: line, rare: true },
  { name: 'language', label: 'form.part.language', input: language, rare: true },
];
const contact: readonly Part[] = [
  { name: 'organisation', label: 'register.organisation', input: text },
  { name: 'person', label: 'contact.person', input: line },
  { name: 'email', label: 'contact.email', input: lineInput({ keys: 'email' }) },
  { name: 'telephone', label: 'contact.telephone', input: lineInput({ keys: 'tel' }) },
  { name: 'address', label: 'contact.address', input: lineInput({ lines: 2 }) },
];

function participant(roles: CodeList): readonly Part[] {
  return [
    { name: 'country', label: 'field.country', input: countryInput },
    { name: 'organisation', label: 'register.organisation', input: text },
    { name: 'role', label: 'part.role', input: codeInput(roles) },
    { name: 'period', label: 'part.period', input: partsInput(period), rare: true },
    { name: 'source', label: 'form.part.source', input: sourceInput, rare: true },
    { name: 'identifier', label: 'field.identifier', input: line, rare: true },
    { name: 'note', label: 'part.note', input: text, rare: true },
  ];
}

function paragraphRemark(stances: CodeList): readonly Part[] {
  return [
    { name: 'paragraph', label: 'part.paragraph', input: number, needed: true },
    { name: 'stance', label: 'part.stance', input: codeInput(stances), needed: true },
    { name: 'text', label: 'field.text', input: text },
  ];
}

function degrees(right: string): Input {
  return lineInput({ meant: numberMeant, right, help: 'form.degreesHint' });
}

/** The id of a record, its title below; the register is the field's to say. */
function referenceInput(to: string): Input {
  return lineInput({
    // A reference passed its schema; anything else is what was typed and is wrong.
    written: (value) => String((value as Reference | undefined)?.id ?? ''),
    meant: (text) => ({ register: to, id: text.trim() }),
    help: 'form.referenceHint',
    below: ({ t, named }, value) => {
      const id = (value as Reference | undefined)?.id;
      const record = named.find((one) => one.register.name === to && one.id === id);
      return html`${record !== undefined && html`<p class=soft>${titleLink(t, record)}</p>`}`;
    },
  });
}

function codeInput(list: CodeList): Input {
  return choiceInput((t) => optionsOf(list, t), {
    named: (code, t) => optionLabel(list, code, t),
  });
}

type Shape = Control['shape'];

/** How a value of each shape is typed. A new kind of field brings a new shape or uses one of these. */
const inputs: { readonly [S in Shape]: (control: Extract<Control, { readonly shape: S }>) => Input } = {
  line: () => text,
  prose: () => textInput(5),
  word: () => line,
  words: () => wordsInput,
  choice: ({ list }) => codeInput(list),
  choices: ({ list }) => choicesInput(list),
  country: () => countryInput,
  countries: () => choicesInput(countries),
  languages: () => choicesInput(languages),
  date: () => date,
  period: () => partsInput(period),
  due: () => partsInput(due),
  loan: () => partsInput(loan),
  reference: ({ to }) => referenceInput(to),
  figures: () => listInput(figure),
  money: () => listInput(sum),
  demands: () => listInput(demand),
  participants: ({ roles }) => listInput(participant(roles), 'form.lacks.participant'),
  paragraphs: ({ stances }) => listInput(paragraphRemark(stances)),
  places: () => listInput(place, 'form.lacks.place'),
  links: () => listInput(link),
  sources: () => listInput(source),
  references: () => listInput(reference),
  files: () => listInput(file),
  contacts: () => listInput(contact),
};

/** The way of typing values of a field, by the shape that it declares. */
export function inputOf(control: Control): Input {
  // The key of the table is the shape, so the entry takes the control of that shape.
  const make = inputs[control.shape] as (control: Control) => Input;
  return make(control);
}

/** The parts of an entry in a record's own list of sources, into which others point by position. */
export const sourceParts = source;
