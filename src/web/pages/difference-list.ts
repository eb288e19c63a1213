import type { FieldDifference } from '../../operations/compare.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import type { Detail } from './cut-values.ts';
import { differenceOf } from './field-difference.ts';

/** What differs between two revisions, each field under its label; one sentence where nothing does. */
export function differenceList(
  t: Translate,
  register: Register,
  differences: readonly FieldDifference[],
  detail: Detail,
): Html {
  if (differences.length === 0) return html`<p class=note>${t('record.same')}`;
  return html`<dl class=diff>${differences.map((one) => row(t, register, one, detail))}</dl>`;
}

function row(t: Translate, register: Register, difference: FieldDifference, detail: Detail): Html {
  const field = register.fields[difference.field];
  if (field === undefined) return html``;
  return html`<dt>${fieldLabel(t, register.name, difference.field)} <small>(${t(`record.${difference.change}`)})</small><dd>${differenceOf(t, field.control, difference, detail)}`;
}
