import type { Context } from 'hono';
import { closeRound } from '../../operations/follow-up/close-round.ts';
import type { Office } from '../../operations/house.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { actorOf } from '../desk/visitor.ts';
import { roundAddress } from './addresses.ts';

/** Closes the round of the address. @throws as `closeRound`. */
export async function close(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const id = c.req.param('id') ?? '';
  await closeRound(office, actor, id);
  return c.redirect(roundAddress(wordsOf(c).lang, id), 303);
}
