import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import { release } from '../../operations/review/release.ts';
import { submit } from '../../operations/review/submit.ts';
import { type Revised, revise } from '../../operations/revise.ts';
import { pageAddress, recordPath } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { readForm, type TypedForm } from '../forms/read-form.ts';
import { type Desk, deskOf } from './desk-of.ts';
import { editPage } from './edit-page.ts';
import { numberIn } from './take.ts';

/** Takes in the form of a record: keeps it as a revision, and sends it on where the button says so. */
export async function save(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const desk = await deskOf(office, c, form);
  const typed = readForm(desk.register, form);
  const back = { values: {}, typed, findings: [], reason: form.get('reason') ?? '' };
  if (typed.asksForMore) return editPage(office, c, desk, back);
  let revised: Revised;
  try {
    revised = await written(office, desk, typed, form);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error instanceof Refused) return editPage(office, c, desk, { ...back, findings: error.findings });
    const movedFrom = error.code === 'revisionMoved' ? { movedFrom: numberIn(form, 'basedOn') } : {};
    // Another person's new record under this form's id: what it is, the writer may not even see.
    return editPage(office, c, await deskNow(office, c, desk, form), { ...back, fault: error, ...movedFrom });
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
    reason: form.get('reason') ?? '',
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
  const query = new URLSearchParams({ post: actor.post.id, done: '1' });
  const { lang } = wordsOf(c);
  return c.redirect(pageAddress(lang, `${recordPath(register.name, id)}?${query}`), 303);
}

/** The same desk, with the record as it stands now. */
async function deskNow(office: Office, c: Context, desk: Desk, form: URLSearchParams): Promise<Desk> {
  return desk.shown === undefined ? desk : deskOf(office, c, form);
}
