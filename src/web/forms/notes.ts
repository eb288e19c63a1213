import type { Finding } from '../../kernel/finding.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel, findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { isolated } from '../pieces/isolated.ts';
import { itself, type Located } from './input.ts';
import { inputOf } from './input-of.ts';

/** Something said at an element of the form: by the check, or by a person who sent the record back. */
export interface Note {
  readonly kind: Finding['severity'] | 'remark';
  readonly text: string;
}

/** A finding with the element that it belongs to. */
export interface Placed extends Note {
  /** The element at which it is said. */
  readonly name: string;
  /** The element that a link leads to. */
  readonly target: string;
  /** What the place is called, from the field inwards. */
  readonly label: string;
}

/** Findings as they are said in the form, each at the innermost element that it is about. */
export function placedFindings(
  t: Translate,
  register: Register,
  findings: readonly Finding[],
): readonly Placed[] {
  return findings.map((finding): Placed => {
    const [field = '', ...path] = finding.path.split('.');
    const located = locate(t, register, field, path);
    const missing = finding.code === 'missing';
    return {
      kind: finding.severity,
      text: located.says ?? (missing ? located.lacks : undefined) ?? wording(t, finding, located.right),
      name: [field, ...located.name].join('.'),
      target: [field, ...((missing ? located.focus : undefined) ?? located.name)].join('.'),
      label: [fieldLabel(t, register.name, field), ...located.labels].join(comma(t)),
    };
  });
}

/** The name of the element for a path of a record; a path into nothing that the form has stays as it is. */
export function elementName(t: Translate, register: Register, path: string): string {
  const [field = '', ...rest] = path.split('.');
  return [field, ...locate(t, register, field, rest).name].join('.');
}

function locate(t: Translate, register: Register, field: string, path: readonly string[]): Located {
  // Asked by own key: a path may begin like a member that every object has.
  const declared = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined;
  return declared === undefined ? itself : inputOf(declared.control).locate(t, path);
}

/** Codes of findings that stand for "nothing was chosen or typed" where they name nothing that stands there. */
const aboutWhatStands: ReadonlySet<Finding['code']> = new Set(['unknownCode', 'invalid', 'badNumber']);

function wording(t: Translate, { code, params }: Finding, right: string | undefined): string {
  const got = params['got'];
  if (got === undefined && aboutWhatStands.has(code)) return findingText(t, { code: 'missing', params: {} });
  // Positions count from 0, people from 1.
  if (code === 'noSuchSource') return findingText(t, { code, params: { ...params, got: Number(got) + 1 } });
  const known = isolated(t, right === undefined ? params : { right, ...params });
  const isNumber = code === 'badNumber' && right !== undefined && Number.isFinite(Number(got));
  return isNumber ? t('form.outOfRange', known) : findingText(t, { code, params: known });
}
