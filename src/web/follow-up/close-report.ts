import { type Context, Hono } from 'hono';
import { closeReport } from '../../operations/follow-up/report/close-report.ts';
import { reportRequest } from '../../operations/follow-up/report/report-request.ts';
import type { Office } from '../../operations/house.ts';
import { today } from '../../operations/house.ts';
import { allFiles } from '../../reports/closed-report.ts';
import { pageAddress } from '../address.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { actorOf } from '../desk/visitor.ts';
import { reportPath } from './report-page.ts';

/** Closing a report: the secretariat's alone. */
export const reportClosingRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.post(`${languages}/follow-up/:id/report`, (c) => doClose(office, c));
  return app;
};

async function doClose(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const choices = {
    asOf: form.get('asOf') ?? '',
    since: form.get('since') ?? '',
    country: form.get('country') ?? '',
  };
  const request = reportRequest(c.req.param('id') ?? '', choices, today(office));
  await closeReport(office, actor, request, allFiles);
  return c.redirect(pageAddress(wordsOf(c).lang, reportPath(request.instrument)), 303);
}
