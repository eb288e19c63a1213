import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { formatDayOf } from '../../wording/format.ts';
import { fieldLabel, registerLabel } from '../../wording/labels.ts';
import { isMessageKey, type Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { Posts } from '../pieces/post-name.ts';
import { langAttributes } from '../pieces/texts.ts';
import { label } from './label.ts';
import { titleOf } from './record-heading.ts';
import { citedAddressOf } from './record-links.ts';
import { saidBy } from './said-by.ts';

/** That the record no longer counts, since when, why, and what takes its place. */
export function withdrawal(t: Translate, { register, withdrawn }: Presented): Html {
  if (withdrawn === undefined) return html``;
  const { at, reason, into } = withdrawn;
  return html`<div class=note><p><b>${t('record.withdrawn', { date: formatDayOf(t.lang, at) })}</b> ${t('record.withdrawnHelp')}${
    reason !== undefined && html`<p>${label(t, 'record.reason')}<span dir=auto>${reason}</span>`
  }${
    into !== undefined &&
    html`<p>${t('record.replacedBy')} <a href="${pageAddress(t.lang, recordPath(register.name, into))}">${registerLabel(t, register.name)} <bdi>${into}</bdi></a>`
  }</div>`;
}

/** That the record is over and kept for its own sake, since when and why. */
export function archival(t: Translate, { archived }: Presented): Html {
  if (archived === undefined) return html``;
  const { at, reason } = archived;
  return html`<div class=note><p><b>${t('record.archived', { date: formatDayOf(t.lang, at) })}</b> ${t('record.archivedHelp')}${
    reason !== undefined && html`<p>${label(t, 'record.reason')}<span dir=auto>${reason}</span>`
  }</div>`;
}

/** What a good record of this register has and this one lacks. */
export function missing(t: Translate, { register, values }: Presented): Html {
  const gaps = register.expected.filter((name) => values[name] === undefined);
  return html`<h2>${t('record.missing')}</h2><p>${
    gaps.length === 0
      ? t('record.complete')
      : `${t('record.missingHelp')} ${gaps.map((name) => fieldLabel(t, register.name, name)).join(comma(t))}`
  }`;
}

/** Records that may be the same, with what speaks for it, until a person decides. */
export function possiblySame(t: Translate, { record, state }: Shown): Html {
  if (state.possibleDuplicates.length === 0) return html``;
  const { name } = record.register;
  return html`<h2>${t('record.duplicates')}</h2><ul class=plain>${state.possibleDuplicates.map(
    ({ other, because }) =>
      html`<li><a href="${pageAddress(t.lang, recordPath(name, other))}">${registerLabel(t, name)} <bdi>${other}</bdi></a> <small>(${t('record.alike', { what: because.map((one) => alike(t, one)).join(comma(t)) })})</small>`,
  )}</ul>`;
}

/** What two records have in common, as people call it: a facet or a field. */
export function alike(t: Translate, what: string): string {
  for (const key of [`facet.${what}`, `field.${what}`]) if (isMessageKey(key)) return t(key);
  return what;
}

/** The revision shown: when, through which door, from whose file; and the way to all earlier ones. */
export function whoSaidIt(t: Translate, { record, revisions }: Shown, posts: Posts): Html {
  const history = pageAddress(t.lang, `${recordPath(record.register.name, record.id)}/history`);
  return html`<h2>${t('record.who')}</h2><p>${t('record.revision', { n: record.revision })} · ${saidBy(t, record, posts)}<p><a href="${history}">${t('record.history')}</a> (${t('record.revisions', { n: revisions.length })})`;
}

/** A line to copy into a text that uses the record: with its address where others can follow one. */
export function citation(t: Translate, record: Presented, publicAddress: string): Html {
  const { text, lang } = titleOf(t, record);
  const address = citedAddressOf(publicAddress, t.lang, record);
  const pieces: Readonly<Record<string, Html>> = {
    title: html`<bdi${langAttributes(t, lang)}>${text}</bdi>`,
    id: html`<bdi>${record.id}</bdi>`,
    ...(address === undefined ? {} : { address: html`<bdi>${address}</bdi>` }),
  };
  // What stands isolated is put in afterwards: between these signs, which no text of ours holds, stands its name.
  const line = t('record.citeThis', {
    title: '\u0000title\u0000',
    site: t('site.name'),
    register: registerLabel(t, record.register.name).toLocaleLowerCase(t.lang),
    id: '\u0000id\u0000',
    n: String(record.revision),
    date: formatDayOf(t.lang, record.changedAt),
    address: address === undefined ? '' : '\u0000address\u0000',
  }).trimEnd();
  return html`<h2>${t('record.cite')}</h2><p class=note>${line.split('\u0000').map((part, at) => (at % 2 === 0 ? part : pieces[part]))}`;
}
