import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { factsOn } from '../../operations/facts-of.ts';
import type { Office } from '../../operations/house.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import type { AnswerAct } from '../../operations/review/answer.ts';
import { adopt, reject } from '../../operations/review/observation.ts';
import { forEach, type ManyOutcome } from '../../operations/review/reconfirm.ts';
import { knownTo, seenBy } from '../../operations/review/seen-by.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { faultText } from '../../wording/fault-text.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor, type Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { reasonLines } from '../review/inputs.ts';
import { deskPath } from './desk-page.ts';
import { pageSize } from './desk-view.ts';
import { recordLink } from './record-line.ts';

const path = '/desk/observed';

const decisions = {
  adopt: { take: adopt, name: 'observed.adopted' },
  reject: { take: reject, name: 'observed.rejected' },
} as const;
type Decision = keyof typeof decisions;

interface Asked {
  readonly office: Office;
  readonly t: Translate;
  readonly visitor: Visitor;
  readonly actor: Actor;
  readonly decision: Decision;
  readonly records: readonly BoardRecord[];
}

/** Names each ticked statement of a third party before the country makes it its word, or says that it is not so. */
export async function previewObserved(office: Office, c: Context): Promise<Response> {
  const { searchParams } = new URL(c.req.url);
  const ids = searchParams.getAll('record').flatMap((name) => name.split('/')[1] ?? []);
  const actor = await actorOf(office, c);
  const asked = {
    office,
    t: wordsOf(c),
    visitor: await getVisitor(office, c),
    actor,
    decision: decisionIn(searchParams),
    records: knownTo(office.board, actor, ids.slice(0, pageSize)),
  };
  return page(c, asked, `${path}?${searchParams}`, preview(asked));
}

/** Decides on each by itself, and tells what became of each. */
export async function decideObserved(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const acts = form.getAll('act').slice(0, pageSize).flatMap(actIn);
  const actor = await actorOf(office, c, form);
  const asked = {
    office,
    t: wordsOf(c),
    visitor: await getVisitor(office, c),
    actor,
    decision: decisionIn(form),
    records: knownTo(
      office.board,
      actor,
      acts.map(({ id }) => id),
    ),
  };
  const reason = (form.get('reason') ?? '').trim();
  const back = deskPath(asked.actor.post.id, { show: 'observed' });
  if (asked.decision === 'reject' && reason === '') {
    return page(c, asked, back, preview(asked, asked.t('review.reasonNeeded')), 400);
  }
  const { take } = decisions[asked.decision];
  const outcomes = await forEach(acts, (act) => {
    // Each act of the form names the revision that was read.
    const { revision = 0 } = acts.find(({ id }) => id === act.id) ?? {};
    return take(office, asked.actor, { ...act, revision, reason });
  });
  const ids = acts.map(({ id }) => id);
  const records = knownTo(office.board, asked.actor, ids);
  return page(c, asked, back, told({ ...asked, records }, outcomes));
}

function page(
  c: Context,
  { t, actor, visitor, decision }: Asked,
  at: string,
  body: Html,
  status: 200 | 400 = 200,
) {
  const title = t(`act.${decision}`);
  const whole = html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a></p><h1>${title}</h1>${body}`;
  return deskPage(c, { title, path: at, body: whole, visitor, status });
}

function preview({ office, t, visitor, actor, decision, records }: Asked, wrong?: string): Html {
  if (records.length === 0) return html`<p class=note>${t('observed.none')}`;
  const seen = seenBy(office.board, actor, records);
  const faults = new Map(records.map((record) => [record.recordId, whyNot(office, decision, actor, record)]));
  const open = records.filter(({ recordId }) => faults.get(recordId) === undefined);
  const rows = records.map((record) => {
    const fault = faults.get(record.recordId);
    return html`<li>${recordLink(t, seen.get(record.recordId) ?? record)} <small>${t('record.revision', { n: record.state.inForce ?? 0 })}</small>${
      fault !== undefined && html`<p class=error>${faultText(t, fault)}`
    }`;
  });
  const locked = [...faults.values()].some((fault) => fault?.code === 'secondFactorNeeded');
  const acts = open.map(
    ({ register, recordId, seq, state }) =>
      html`<input type=hidden name=act value="${register}/${recordId}/${seq}/${state.inForce ?? 0}">`,
  );
  const reason =
    decision === 'reject' &&
    reasonLines(t, new URLSearchParams(), wrong, wrong === undefined ? t('review.reasonNeeded') : undefined);
  return html`<p>${t(`observed.${decision}.means`)}</p><ul class=acts>${rows}</ul>${
    locked && html`<p><a href="${pageAddress(t.lang, '/account')}">${t('desk.account')}</a>`
  }${
    open.length > 0 &&
    html`<form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, { post: actor.post.id, step: decision })}${acts}${reason}<p><button>${t(`observed.${decision}.submit`, { n: open.length })}</button></form>`
  }`;
}

function whyNot(office: Office, step: Decision, actor: Actor, record: BoardRecord): Fault | undefined {
  const refused = refusal(step, actor, factsOn(office.board, record));
  if (refused === undefined) return undefined;
  const { code, ...why } = refused;
  return new Fault(code, { step, post: actor.post.id, ...why });
}

function told({ office, t, actor, decision, records }: Asked, outcomes: readonly ManyOutcome[]): Html {
  const seen = seenBy(office.board, actor, records);
  const failed = outcomes.filter(({ done }) => !done);
  const rows = [...failed, ...outcomes.filter(({ done }) => done)].map(({ id, fault }) => {
    const record = seen.get(id);
    const name = record === undefined ? html`<bdi>${id}</bdi>` : recordLink(t, record);
    return html`<li>${name} ${fault === undefined ? html`<small>${t(decisions[decision].name)}</small>` : html`<p class=error>${faultText(t, fault)}`}`;
  });
  return html`<div class=summary role=status tabindex=-1 autofocus><p>${t('observed.done', { n: outcomes.length - failed.length })}${
    failed.length > 0 && html` ${t('confirmMany.failed', { n: failed.length })}`
  }</div><ul class=acts>${rows}</ul>`;
}

/** @throws Fault `badQuery` for a decision that there is not. */
function decisionIn(parameters: URLSearchParams): Decision {
  const got = parameters.get('step') ?? '';
  if (got === 'adopt' || got === 'reject') return got;
  throw new Fault('badQuery', { place: 'step', got, right: Object.keys(decisions).join(', ') });
}

function actIn(text: string): readonly AnswerAct[] {
  const [register = '', id = '', seen = '', revision = ''] = text.split('/');
  const numbers = [seen, revision].every((one) => /^\d{1,15}$/.test(one));
  return numbers ? [{ register, id, seen: Number(seen), revision: Number(revision) }] : [];
}
