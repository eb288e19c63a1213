import type { Finding } from '../../kernel/finding.ts';
import type { Register } from '../../registers/register.ts';
import type { MessageKey, Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { idOf } from './block.ts';
import { fieldGroups } from './field-groups.ts';
import { type Placed, placedFindings } from './notes.ts';

/**
 * What has to be corrected and what deserves a second look, each leading to its place in the form: for the top of the
 * page, in the order of the form. Nothing where there is neither; notes are said at their fields alone.
 * @param form address of the form, where it is another page.
 */
export function errorSummary(
  t: Translate,
  register: Register,
  findings: readonly Finding[],
  form = '',
): Html {
  const order = fieldGroups(register).flatMap(({ first, rest }) => [...first, ...rest]);
  const placed = placedFindings(t, register, findings).toSorted(
    (a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)),
  );
  const lists: readonly (readonly [MessageKey, readonly Placed[]])[] = [
    ['form.problems', placed.filter(({ kind }) => kind === 'error')],
    ['form.doubts', placed.filter(({ kind }) => kind === 'warning')],
  ];
  const told = lists.filter(([, ones]) => ones.length > 0);
  if (told.length === 0) return html``;
  const wrong = told.some(([heading]) => heading === 'form.problems');
  return html`<div class="summary${wrong && ' bad'}" role=alert tabindex=-1 autofocus>${told.map(
    ([heading, ones]) => html`<h2>${t(heading)}</h2><ul>${ones.map((one) => entry(t, one, form))}</ul>`,
  )}</div>`;
}

function fieldOf({ name }: Placed): string {
  return name.split('.')[0] ?? '';
}

function entry(t: Translate, { label, text, target }: Placed, form: string): Html {
  return html`<li><a href="${form}#${encodeURIComponent(idOf(target))}">${t('common.colon', { label, value: text })}</a>`;
}
