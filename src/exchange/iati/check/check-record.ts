import type { CodeTables } from '../../../vocabulary/code-table.ts';
import type { Element } from '../../xml/element.ts';
import { rootShape } from '../standard/shape.ts';
import type { StandardVersion } from '../standard/version.ts';
import { checkCodes } from './codelists/check-codes.ts';
import { pathsIn } from './record-index.ts';
import { checkRules } from './rules/check-rules.ts';
import type { Surroundings } from './rules/rule.ts';
import { ofCode, ofRule, ofStructure, type StandardFinding } from './standard-finding.ts';
import { StructureChecker } from './structure/structure-checker.ts';
import { surroundings } from './surroundings.ts';

/** What records are held against. */
export interface Standard {
  readonly version: StandardVersion;
  readonly tables: CodeTables;
  readonly around: Surroundings;
}

/** The standard in a version, with the code lists in use, at an hour (ISO 8601 in UTC): some dates must not lie in the future. */
export function standardAt(version: StandardVersion, tables: CodeTables, now: string): Standard {
  return { version, tables, around: surroundings(tables, now) };
}

/**
 * Holds one whole record, an `iati-activity` or an `iati-organisation` with everything in it, against the standard:
 * structure, rules and codes. The same as checking its file says of it, but for what only the file knows.
 * @param root attributes of the file's root, names and values by turns: they may declare prefixes of namespaces.
 */
export function checkRecord(
  record: Element,
  standard: Standard,
  root: readonly string[] = [],
): StandardFinding[] {
  return [...structureOf(record, standard.version, root), ...meaningOf(record, standard)].sort(
    (a, b) => a.line - b.line,
  );
}

/** Rules and codes of a record: what its structure does not say. At most so many, those on its first lines. */
export function meaningOf(
  record: Element,
  { version, tables, around }: Standard,
  most = Number.POSITIVE_INFINITY,
): StandardFinding[] {
  const problems = [...checkRules(record, version, around), ...checkCodes(record, tables)];
  const told =
    problems.length <= most
      ? problems
      : problems.sort((a, b) => a.element.line - b.element.line).slice(0, most);
  const paths = pathsIn(record, new Set(told.map(({ element }) => element)));
  return told.map((one) => {
    const path = paths.get(one.element) ?? one.element.name;
    return 'rule' in one ? ofRule(one, path) : ofCode(one, path);
  });
}

function structureOf(record: Element, version: StandardVersion, root: readonly string[]): StandardFinding[] {
  const kind = record.name === 'iati-organisation' ? 'iati-organisations' : 'iati-activities';
  const shape = rootShape(kind, version).childNamed.get(record.name)?.shape;
  if (shape === undefined) return [];
  const findings: StandardFinding[] = [];
  const report = (problem: Parameters<typeof ofStructure>[0]) =>
    findings.push(ofStructure({ ...problem, path: [kind, ...problem.path] }));
  replay(record, new StructureChecker(shape, report, root));
  return findings;
}

function replay(element: Element, checker: StructureChecker): void {
  checker.open(element.name, element.attributes, element.line);
  if (element.text !== '') checker.text(element.text);
  for (const child of element.children) replay(child, checker);
  checker.close();
}
