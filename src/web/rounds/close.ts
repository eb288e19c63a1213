import type { Context } from 'hono';
import { closeRoundWithReport } from '../../operations/follow-up/report/close-round-with-report.ts';
import type { Office } from '../../operations/house.ts';
import { allFiles } from '../../reports/closed-report.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { actorOf } from '../desk/visitor.ts';
import { roundAddress } from './addresses.ts';

/** Closes the round of the address, and the report with it. @throws as `closeRoundWithReport`. */
export async function close(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const id = c.req.param('id') ?? '';
  await closeRoundWithReport(office, actor, id, allFiles);
  return c.redirect(roundAddress(wordsOf(c).lang, id), 303);
}
