import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import { markedLabel, markedName } from '../../wording/reserved.ts';
import { type Html, html } from '../html.ts';

/** One of the things to choose from. */
export interface Option {
  readonly code: string;
  readonly label: string;
  /** The wider code that it stands under. */
  readonly parent?: string | undefined;
}

/** Lists up to this length can be shown as boxes to tick. */
export const fewOptions = 40;

const known = new WeakMap<CodeList, Map<InterfaceLanguage, readonly Option[]>>();

/**
 * The codes of a list that are in force, as the language calls them, with the marks of reservations. Codes that people
 * know by number are shown with it, in the order of the list, as short lists are; long lists of names are sorted by name.
 */
export function optionsOf(list: CodeList, t: Translate): readonly Option[] {
  const plain = plainOptions(list, t.lang);
  if (t.marking === undefined) return plain;
  return plain.map((one) => ({ ...one, label: marked(t, list, one.code, one.label) }));
}

/** The same without marks: to be typed or sent back. */
export function plainOptions(list: CodeList, lang: InterfaceLanguage): readonly Option[] {
  const before = known.get(list)?.get(lang);
  if (before !== undefined) return before;
  const options = [...list.entries.values()]
    .filter(({ validTo }) => validTo === undefined)
    .map(({ code, parent }): Option => ({ code, label: plainLabel(list, code, lang), parent }));
  if (options.length > fewOptions && options.every(({ code }) => !isNumbered(code))) {
    const { compare } = new Intl.Collator(lang);
    options.sort((a, b) => compare(a.label, b.label));
  }
  known.set(list, (known.get(list) ?? new Map()).set(lang, options));
  return options;
}

/** What a code is called in a choice, with the marks of reservations; what is no code of the list stays as it is. */
export function optionLabel(list: CodeList, code: string, t: Translate): string {
  return marked(t, list, code, plainLabel(list, code, t.lang));
}

function marked(t: Translate, list: CodeList, code: string, label: string): string {
  return list === countries ? markedName(t, list.name, code, label) : markedLabel(t, list.name, code, label);
}

function plainLabel(list: CodeList, code: string, lang: InterfaceLanguage): string {
  const name = nameOf(list, code, lang);
  return isNumbered(code) && !name.startsWith(code) ? `${code} ${name}` : name;
}

function isNumbered(code: string): boolean {
  return /^\d/.test(code);
}

/**
 * A list to choose one from, nothing being chosen at first. What is chosen and not in the list (a withdrawn code,
 * something wrong) stands in it as it is.
 */
export function select(
  attributes: Html,
  blank: string,
  options: readonly Option[],
  chosen: { readonly code: string; readonly label: string } | undefined,
): Html {
  const outside = chosen !== undefined && options.every(({ code }) => code !== chosen.code);
  return html`<select${attributes}><option value="">${blank}${outside && option(chosen, chosen.code)}${grouped(
    options,
    chosen?.code,
  )}</select>`;
}

function grouped(options: readonly Option[], chosen: string | undefined): Html {
  const wide = new Set(options.flatMap(({ parent }) => parent ?? []));
  if (wide.size === 0) return html`${options.map((one) => option(one, chosen))}`;
  const within = Map.groupBy(options, ({ code, parent }) => parent ?? code);
  return html`${[...within].map(([code, ones]) => {
    const named = ones.find((one) => one.code === code) ?? ones[0];
    return html`<optgroup label="${named?.label ?? code}">${ones.map((one) => option(one, chosen))}</optgroup>`;
  })}`;
}

function option({ code, label }: Option, chosen: string | undefined): Html {
  return html`<option value="${code}"${code === chosen && html` selected`}>${label}`;
}
