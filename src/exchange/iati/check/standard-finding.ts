import type { Finding } from '../../../kernel/finding.ts';
import type { StandardFindingCode } from '../../../kernel/standard-finding-codes.ts';
import type { Element } from '../../xml/element.ts';
import type { CodeProblem } from './codelists/check-codes.ts';
import type { BrokenRule } from './rules/check-rules.ts';
import type { StructureProblem } from './structure/structure-report.ts';

/** What a finding rests on: the tables of the standard, its rules, its code lists. */
export const layers = ['structure', 'rule', 'codelist'] as const;
export type Layer = (typeof layers)[number];

/** Something that the standard would have otherwise. `path` leads from the record to the element, with `/@` to an attribute. */
export interface StandardFinding extends Finding {
  readonly severity: 'error' | 'warning';
  readonly code: StandardFindingCode;
  readonly layer: Layer;
  /** The official number of the rule, the name of the list, or what is wrong with the structure. */
  readonly rule: string;
  /** Line on which the element begins. */
  readonly line: number;
  /** Which record of the file, from 1, and what it calls itself; absent for what is wrong with the file's root. */
  readonly record?: { readonly number: number; readonly identifier?: string };
}

export function ofStructure({ code, path, attribute, line, params }: StructureProblem): StandardFinding {
  // The root says nothing about where in a record something stands.
  const names = path.length > 1 ? path.slice(1) : path;
  return finding('structure', code, 'error', code, at(names.join('/'), attribute, line), params);
}

/** @param path names from the record to the element. */
export function ofRule({ rule, element, attribute, params }: BrokenRule, path: string): StandardFinding {
  const where = at(path, attribute, element.line);
  return finding('rule', rule.id, rule.severity, rule.says, where, params);
}

/** @param path names from the record to the element. */
export function ofCode(problem: CodeProblem, path: string): StandardFinding {
  const { code, element, attribute, list, got, right } = problem;
  const where = at(path, attribute, element.line);
  const severity = code === 'codeUnknown' ? 'error' : 'warning';
  return finding('codelist', list, severity, code, where, {
    got: got.slice(0, 80),
    list,
    right,
    hinted: right === '' ? 'no' : 'yes',
  });
}

/** What the checker itself notices about a record. */
export function ofRecord(
  code: 'recordTooLarge' | 'ruleDuplicateIdentifier',
  record: Pick<Element, 'name' | 'line'>,
  params: StandardFinding['params'],
): StandardFinding {
  const severity = code === 'recordTooLarge' ? 'warning' : 'error';
  const rule = code === 'recordTooLarge' ? 'record-too-large' : 'duplicate-identifier';
  return finding('rule', rule, severity, code, at(record.name, undefined, record.line), params);
}

interface Where {
  readonly path: string;
  readonly line: number;
}

function at(path: string, attribute: string | undefined, line: number): Where {
  return { path: attribute === undefined ? path : `${path}/@${attribute}`, line };
}

function finding(
  layer: Layer,
  rule: string,
  severity: 'error' | 'warning',
  code: StandardFindingCode,
  { path, line }: Where,
  params: StandardFinding['params'] = {},
): StandardFinding {
  const attribute = path.indexOf('/@');
  const last = path.slice(path.lastIndexOf('/', attribute < 0 ? path.length : attribute - 1) + 1);
  return { layer, rule, severity, code, path, line, place: `${last}:${line}`, params };
}
