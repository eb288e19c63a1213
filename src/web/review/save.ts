import type { Context } from 'hono';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { Fault } from '../../kernel/fault.ts';
import { check } from '../../operations/check.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import { beginNeed } from '../../operations/requests/begin.ts';
import { release } from '../../operations/review/release.ts';
import { submit } from '../../operations/review/submit.ts';
import { type Revised, revise } from '../../operations/revise.ts';
import { keepForm } from '../../operations/uploads/typed-form.ts';
import { pageAddress, recordPath } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { formTokenName, readPost } from '../desk/form.ts';
import { readForm, type TypedForm } from '../forms/read-form.ts';
import { type Desk, deskOf } from './desk-of.ts';
import { editPage, reasonName, typedAddress } from './edit-page.ts';
import { numberIn } from './take.ts';

/** Takes in the form of a record: keeps it as a revision, and sends it on where the button says so. */
export async function save(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const desk = await deskOf(office, c, form);
  const problem = form.get('problem');
  if (problem !== null && desk.register.means.includes('request:need')) {
    const values = beginNeed(desk.actor, form.get('q') ?? '', wordsOf(c).lang);
    return editPage(office, c, desk, { values, findings: [], reason: '' });
  }
  const typed = readForm(desk.register, form);
  const back = { values: {}, typed, findings: [], reason: form.get(reasonName) ?? '' };
  if (typed.asksForMore) return toTyped(office, c, desk, form);
  let revised: Revised;
  try {
    revised = await written(office, desk, typed, form);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error instanceof Refused) return editPage(office, c, desk, { ...back, findings: error.findings });
    const now = await deskOf(office, c, form);
    const moved = error.code === 'revisionMoved';
    // A form sent twice, by an impatient hand: what it says is kept already.
    if (moved && saysTheSame(now, typed)) return toRecord(c, now);
    const movedFrom = moved ? { movedFrom: numberIn(form, 'basedOn') } : {};
    return editPage(office, c, now, { ...back, fault: error, ...movedFrom });
  }
  return sentOn(office, c, { desk, form, revised, back });
}

function written(office: Office, desk: Desk, { values }: TypedForm, form: URLSearchParams): Promise<Revised> {
  const { register, id, actor, observes } = desk;
  return revise(office, {
    register: register.name,
    id,
    values,
    basedOn: numberIn(form, 'basedOn'),
    writer: { actor, as: observes ? 'thirdParty' : 'party', door: 'form' },
    reason: form.get(reasonName) ?? '',
  });
}

interface Written {
  readonly desk: Desk;
  readonly form: URLSearchParams;
  readonly revised: Revised;
  readonly back: { readonly values: object; readonly typed: TypedForm; readonly reason: string };
}

/** The step that the button names, taken with the draft just kept. What was kept stays kept when it is refused. */
async function sentOn(office: Office, c: Context, { desk, form, revised, back }: Written): Promise<Response> {
  const { register, id, actor } = desk;
  const act = { register: register.name, id, seen: revised.shown.seq };
  try {
    if (form.get('do') === 'submit') await submit(office, actor, act);
    if (form.get('do') === 'release') await release(office, actor, act);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const findings = error instanceof Refused ? error.findings : [];
    const now = { ...desk, shown: revised.shown };
    return editPage(office, c, now, { ...back, values: {}, findings, fault: error, saved: true });
  }
  return toRecord(c, desk);
}

/** What was typed has an address of its own, so that the browser goes back to it without sending the form again. */
async function toTyped(office: Office, c: Context, desk: Desk, form: URLSearchParams): Promise<Response> {
  const fields = new URLSearchParams(form);
  fields.delete(formTokenName);
  const kept = await keepForm(office, desk.visitor.session.account.id, String(fields));
  return c.redirect(pageAddress(wordsOf(c).lang, typedAddress(desk, kept)), 303);
}

function toRecord(c: Context, { register, id, actor }: Desk): Response {
  const query = new URLSearchParams({ post: actor.post.id, done: '1' });
  return c.redirect(pageAddress(wordsOf(c).lang, `${recordPath(register.name, id)}?${query}`), 303);
}

function saysTheSame({ register, shown }: Desk, { values }: TypedForm): boolean {
  if (shown === undefined) return false;
  const kept = (shown.draft ?? shown.record).values;
  return canonicalJson(check(register, values).values) === canonicalJson(kept);
}
