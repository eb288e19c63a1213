import { withoutMarks } from '../../kernel/footnote-mark.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { type CodeList, nameOf } from '../../vocabulary/code-list.ts';
import { countries, countryCode } from '../../vocabulary/countries.ts';
import { foldLabel } from './fold-label.ts';

/** Names that could be two codes lead to this. */
const two = Symbol('two codes');

interface Known {
  /** Folded names in all seven languages. */
  readonly byName: ReadonlyMap<string, string | typeof two>;
  /** By language: what each code is called in a cell. */
  readonly labels: Map<string, ReadonlyMap<string, string>>;
}

const known = new WeakMap<CodeList, Known>();

function knownOf(list: CodeList): Known {
  const before = known.get(list);
  if (before !== undefined) return before;
  const byName = new Map<string, string | typeof two>();
  for (const { code, names } of list.entries.values()) {
    for (const lang of interfaceLanguages) {
      const folded = foldLabel(names[lang] ?? '');
      const other = byName.get(folded);
      if (folded !== '') byName.set(folded, other === undefined || other === code ? code : two);
    }
  }
  const made = { byName, labels: new Map() };
  known.set(list, made);
  return made;
}

/** Stands between several codes in one cell, so no name may hold it. */
const separator = /[;\n]/;

/**
 * What a code is called in a cell, so that `codeNamed` finds it again: codes that people know by number with it, others
 * by their name alone where it is no other code's name too.
 */
export function codeLabel(list: CodeList, code: string, lang: string): string {
  const { byName, labels } = knownOf(list);
  const inLang = labels.get(lang) ?? new Map<string, string>();
  labels.set(lang, inLang);
  const before = inLang.get(code);
  if (before !== undefined) return before;
  const name = nameOf(list, code, lang);
  const label = labelOf(list, code, name, byName);
  if (list.entries.has(code)) (inLang as Map<string, string>).set(code, label);
  return label;
}

function labelOf(list: CodeList, code: string, name: string, byName: Known['byName']): string {
  if (!list.entries.has(code) || name === code || separator.test(name)) return code;
  if (/^\d/.test(code)) return name.startsWith(code) ? name : `${code} ${name}`;
  const safe = byName.get(foldLabel(name)) === code && (!list.entries.has(name) || name === code);
  return safe ? name : `${name} (${code})`;
}

/**
 * The code that a cell names: the code itself, its name in any of the seven languages, or both. Case, accents and signs
 * do not matter, nor do marks of reservations. Undefined where the text names none, or could name two.
 */
export function codeNamed(list: CodeList, text: string): string | undefined {
  if (text.length > 500) return undefined;
  if (list.entries.has(text.trim())) return text.trim();
  const typed = withoutMarks(text).trim();
  if (typed === '') return undefined;
  const { byName } = knownOf(list);
  const byWhole = byName.get(foldLabel(typed));
  if (typeof byWhole === 'string') return byWhole;
  const [, first = '', rest = ''] = /^(\S+)[\s:–—-]+(.*)$/s.exec(typed) ?? [];
  if (isNamed(list, first, rest)) return first;
  const [, before = '', within = ''] = /^(.*)[(（]([^()（）]+)[)）]$/s.exec(typed) ?? [];
  if (isNamed(list, within, before)) return within;
  if (list === countries) return countryCode(typed);
  const upper = typed.toUpperCase();
  const lower = typed.toLowerCase();
  return [upper, lower].find((code) => list.entries.has(code));
}

/** Whether the name is the code's in one of the languages: a code that stands with another's name is no code at all. */
function isNamed(list: CodeList, code: string, name: string): boolean {
  const names = list.entries.get(code)?.names;
  if (names === undefined) return false;
  const folded = foldLabel(name);
  return interfaceLanguages.some((lang) => foldLabel(names[lang] ?? '') === folded);
}

/** The codes that a cell names, between semicolons, line breaks or (where that makes sense) commas; what is none stays as typed. */
export function codesNamed(list: CodeList, text: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const one = codeNamed(list, part);
      if (one !== undefined) return [one];
      const several = part.split(/[,،、]/).map((piece) => codeNamed(list, piece));
      return several.every((code) => code !== undefined) ? several : [part];
    });
}
