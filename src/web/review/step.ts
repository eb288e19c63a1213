import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import { pageAddress, recordPath } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { isOpen, refusedTo } from './acting.ts';
import { lookAt, type VisitorLook } from './look-at.ts';
import { refusalPage } from './refusal-page.ts';
import { stepPage } from './step-page.ts';
import { type AskingStep, type FormStep, isAsking } from './steps.ts';
import { take } from './take.ts';
import { wantingIn } from './wanting.ts';

/** The page of a step that asks for something, for the post of the address or for one that may take the step. */
export async function askStep(office: Office, c: Context, step: AskingStep): Promise<Response> {
  const form = new URL(c.req.url).searchParams;
  const look = await lookOf(office, c, form.get('post'));
  const actor = look.actors.find((one) => isOpen(step, one, look.facts));
  if (actor === undefined) return refusalPage(office, c, look, refusedTo(look.actors, step, look.facts));
  return stepPage(office, c, { look, actor, form, step, cameBack: false, findings: [] });
}

/** Takes a step, and leads back to the record; what was refused says why, and keeps what was typed. */
export async function takeStep(office: Office, c: Context, step: FormStep): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const look = await lookOf(office, c, actor.post.id);
  const { register, id } = look.shown.record;
  const typed = { actor, form, cameBack: true };
  const wanting = isAsking(step) ? wantingIn(wordsOf(c), step, look, actor, form) : undefined;
  if (wanting !== undefined && isAsking(step)) {
    return stepPage(office, c, { ...typed, look, step, findings: [], ...wanting });
  }
  try {
    await take(office, step, { actor, facts: look.facts, id, form });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const now = await lookOf(office, c, actor.post.id);
    if (!isAsking(step) || step === 'confirm') return refusalPage(office, c, now, error, { step, actor });
    const why = error instanceof Refused ? { findings: error.findings } : { findings: [], fault: error };
    return stepPage(office, c, { ...typed, look: now, step, ...why });
  }
  const query = new URLSearchParams({ post: actor.post.id, done: '1' });
  return c.redirect(pageAddress(wordsOf(c).lang, `${recordPath(register.name, id)}?${query}`), 303);
}

/** The record of the address for whoever is signed in. @throws Fault `signInNeeded`, `notFound`, `unknownRegister`. */
async function lookOf(office: Office, c: Context, post: string | null): Promise<VisitorLook> {
  const visitor = await getVisitor(office, c);
  return lookAt(office, c.req.param('register') ?? '', c.req.param('id') ?? '', visitor, post);
}
