import type { CodeTable, CodeTables } from '../../../../vocabulary/code-table.ts';
import type { Element } from '../../../xml/element.ts';
import { rawAttribute } from '../rules/xpath/steps.ts';
import { type CodedPlaces, codedPlacesIn } from './places-in.ts';

/** A code that its list does not have, or no longer has. */
export interface CodeProblem {
  readonly code: 'codeUnknown' | 'codeWithdrawn' | 'codeUnusual';
  readonly element: Element;
  readonly attribute?: string;
  readonly list: string;
  readonly got: string;
  /** What would be right, as far as that can be told: the code that was meant, or the codes of a short list. */
  readonly right: string;
}

/** Holds every coded value of a record against the edition in use of its list. */
export function checkCodes(record: Element, tables: CodeTables): CodeProblem[] {
  const problems: CodeProblem[] = [];
  const { roots, language } = codedPlacesIn(tables);
  walk(record, roots.get(record.name), language, problems);
  return problems;
}

/** Holds the coded attributes of the file's root against their lists. */
export function checkRootCodes(root: Element, tables: CodeTables): CodeProblem[] {
  const problems: CodeProblem[] = [];
  const place = codedPlacesIn(tables).roots.get(root.name);
  if (place !== undefined) checkPlace(root, place, problems);
  return problems;
}

function walk(
  element: Element,
  place: CodedPlaces | undefined,
  language: CodeTable | undefined,
  problems: CodeProblem[],
): void {
  if (place !== undefined) checkPlace(element, place, problems);
  if (element.attributes.length > 0) checkLanguage(element, language, problems);
  for (const child of element.children) walk(child, place?.inside.get(child.name), language, problems);
}

function checkPlace(element: Element, place: CodedPlaces, problems: CodeProblem[]): void {
  for (const { attribute, choices } of place.coded) {
    const got = attribute === '' ? element.text.trim() : rawAttribute(element, attribute);
    if (got === undefined) continue;
    const table = tableAmong(choices, element);
    const code = table === undefined ? undefined : problemOf(table, got);
    if (table === undefined || code === undefined) continue;
    const about = attribute === '' ? {} : { attribute };
    problems.push({ code, element, ...about, list: table.name, got, right: meant(table, got) });
  }
}

/** The list that is meant: that of the vocabulary which the element names, where there are several. */
function tableAmong(
  choices: CodedPlaces['coded'][number]['choices'],
  element: Element,
): CodeTable | undefined {
  const [first] = choices;
  if (first?.vocabulary === undefined) return first?.table;
  const vocabulary = rawAttribute(element, 'vocabulary') ?? '1';
  return choices.find((one) => one.vocabulary === undefined || one.vocabulary === vocabulary)?.table;
}

function problemOf(table: CodeTable, got: string): CodeProblem['code'] | undefined {
  const known = table.codes.get(got);
  if (known === undefined) return table.complete ? 'codeUnknown' : 'codeUnusual';
  return known.withdrawn === undefined ? undefined : 'codeWithdrawn';
}

/** A language may be followed by a country or a script, in small letters or capitals: `pt-BR` is Portuguese. */
function checkLanguage(element: Element, table: CodeTable | undefined, problems: CodeProblem[]): void {
  const got = rawAttribute(element, 'xml:lang');
  if (got === undefined || got === '' || table === undefined || table.codes.has(got)) return;
  const main = (got.split('-', 1)[0] ?? '').toLowerCase();
  if (table.codes.has(main)) return;
  const about = { element, attribute: 'xml:lang', list: table.name, got };
  problems.push({ code: 'codeUnusual', ...about, right: meant(table, got) });
}

/** The code that was meant, where only capitals or spaces are wrong; else all codes, where they are few. */
function meant(table: CodeTable, got: string): string {
  const near = table.folded.get(got.trim().toLowerCase());
  if (near !== undefined && near !== got) return near;
  const known = allCodes.get(table);
  if (known !== undefined) return known;
  const inUse = [...table.codes.values()].filter(({ withdrawn }) => withdrawn === undefined);
  const named = inUse.length <= 14 ? inUse.map(({ code }) => code).join(', ') : '';
  allCodes.set(table, named);
  return named;
}

/** The codes in use of short lists, said over and over again where a file has them all wrong. */
const allCodes = new WeakMap<CodeTable, string>();
