import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { dueOn } from '../../lifecycle/freshness.ts';
import { factsOn } from '../../operations/facts-of.ts';
import type { Office } from '../../operations/house.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { forEach, type ManyOutcome, reconfirm } from '../../operations/review/reconfirm.ts';
import { knownTo, seenBy } from '../../operations/review/seen-by.ts';
import type { Act } from '../../operations/review/take-step.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { faultText } from '../../wording/fault-text.ts';
import { formatDate, formatDayOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor, type Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { deskPath } from './desk-page.ts';
import { pageSize } from './desk-view.ts';
import { recordLink } from './record-line.ts';

const path = '/desk/confirm';

/** Names each checked record with its revision and date, before anything is said of it. */
export async function previewChecked(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const actor = await actorOf(office, c);
  const { searchParams } = new URL(c.req.url);
  const ids = searchParams.getAll('record').flatMap((name) => name.split('/')[1] ?? []);
  const records = knownTo(office.board, actor, ids.slice(0, pageSize));
  const body = html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a></p><h1>${t('confirmMany.title')}</h1>${
    records.length === 0
      ? html`<p class=note>${t('confirmMany.none')}`
      : await preview(office, t, visitor, actor, records)
  }`;
  return deskPage(c, { title: t('confirmMany.title'), path: `${path}?${searchParams}`, body, visitor });
}

async function preview(
  office: Office,
  t: Translate,
  { session }: Visitor,
  actor: Actor,
  records: readonly BoardRecord[],
): Promise<Html> {
  const seen = seenBy(office.board, actor, records);
  const named = records.map(({ recordId: id, state }) => ({ id, number: state.inForce ?? 0 }));
  const revisions = await office.log.revisions(named);
  const faults = new Map(records.map((record) => [record.recordId, whyNot(office, actor, record)]));
  const open = records.filter(({ recordId }) => faults.get(recordId) === undefined);
  const rows = records.map((record) => {
    const fault = faults.get(record.recordId);
    const at = revisions.get(record.recordId)?.at;
    const about = [
      t('record.revision', { n: record.state.inForce ?? 0 }),
      ...(at === undefined ? [] : [formatDayOf(t.lang, at)]),
      ...dates(t, record),
    ];
    return html`<li>${recordLink(t, seen.get(record.recordId) ?? record)} <small>${about.join(' · ')}</small>${
      fault !== undefined && html`<p class=error>${faultText(t, fault)}`
    }`;
  });
  const locked = [...faults.values()].some((fault) => fault?.code === 'secondFactorNeeded');
  return html`<p>${t('confirmMany.means')}</p><ul class=acts>${rows}</ul>${
    locked && html`<p><a href="${pageAddress(t.lang, '/account')}">${t('desk.account')}</a>`
  }${
    open.length > 0 &&
    html`<form method=post action="${pageAddress(t.lang, path)}">${formFields(session.formToken, { post: actor.post.id })}${open.map(
      ({ register, recordId, seq }) =>
        html`<input type=hidden name=act value="${register}/${recordId}/${seq}">`,
    )}<p><button>${t('confirmMany.submit', { n: open.length })}</button></form>`
  }`;
}

/** When somebody last vouched for it, and until when that holds. */
function dates(t: Translate, { register, state }: BoardRecord): readonly string[] {
  const { confirmed } = state;
  const due = dueOn(state, getRegister(register).confirmEveryMonths);
  return [
    ...(confirmed === undefined
      ? []
      : [t('desk.lastConfirmed', { date: formatDayOf(t.lang, confirmed.at) })]),
    ...(due === undefined ? [] : [t('desk.dueOn', { date: formatDate(t.lang, due) })]),
  ];
}

function whyNot(office: Office, actor: Actor, record: BoardRecord): Fault | undefined {
  const refused = refusal('reconfirm', actor, factsOn(office.board, record));
  if (refused === undefined) return undefined;
  const { code, ...why } = refused;
  return new Fault(code, { step: 'reconfirm', post: actor.post.id, ...why });
}

/** Confirms each checked record by itself, and tells what became of each. */
export async function confirmChecked(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const acts = form.getAll('act').slice(0, pageSize).flatMap(actIn);
  const outcomes = await forEach(acts, (act) => reconfirm(office, actor, act));
  const records = office.board.records(outcomes.map(({ id }) => id));
  const seen = seenBy(office.board, actor, [...records.values()]);
  const [done, failed] = [true, false].map((wanted) => outcomes.filter((one) => one.done === wanted));
  const body = html`<h1>${t('confirmMany.title')}</h1><div class=summary role=status tabindex=-1 autofocus><p>${t('confirmMany.done', { n: done?.length ?? 0 })}${
    (failed?.length ?? 0) > 0 && html` ${t('confirmMany.failed', { n: failed?.length ?? 0 })}`
  }</div>${[failed, done].map((ones = []) => outcomeList(t, ones, seen))}<p><a class=btn href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a>`;
  return deskPage(c, { title: t('confirmMany.title'), path: deskPath(actor.post.id), body, visitor });
}

function outcomeList(
  t: Translate,
  outcomes: readonly ManyOutcome[],
  records: ReadonlyMap<string, BoardRecord>,
): Html {
  if (outcomes.length === 0) return html``;
  return html`<ul class=acts>${outcomes.map(({ id, fault }) => {
    const record = records.get(id);
    const name = record === undefined ? html`<bdi>${id}</bdi>` : recordLink(t, record);
    return html`<li>${name} ${fault === undefined ? html`<small>${t('confirmMany.confirmed')}</small>` : html`<p class=error>${faultText(t, fault)}`}`;
  })}</ul>`;
}

function actIn(text: string): readonly Act[] {
  const [register = '', id = '', seen = ''] = text.split('/');
  return /^\d{1,15}$/.test(seen) ? [{ register, id, seen: Number(seen) }] : [];
}
