import type { Context } from 'hono';
import { Hono } from 'hono';
import { csvLine } from '../../exchange/sheets/csv-line.ts';
import { guardFormula } from '../../exchange/sheets/formula-guard.ts';
import { writeTable } from '../../exchange/sheets/write-table.ts';
import type { Office } from '../../operations/house.ts';
import { answersOf, withOffers } from '../../operations/requests/answers-of.ts';
import { type AnswerColumn, answerColumns, answersTable } from '../../operations/requests/answers-table.ts';
import { show } from '../../operations/show.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor } from '../desk/visitor.ts';
import { titleOf } from '../pages/record-heading.ts';
import { actorsOf } from '../review/acting.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All answers to a need that a post may see, as one table. */
export const answersFileRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/need/:id/:file{answers\\.(?:xlsx|csv)}`, (c) => answersFile(office, c));
  return app;
};

/** @throws Fault `signInNeeded`, `notFound`. */
async function answersFile(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const id = c.req.param('id') ?? '';
  const actors = await actorsOf(office, await getVisitor(office, c), null);
  const { record } = await show(office, 'need', id, actors[0]);
  const viewers = [undefined, ...actors];
  const answers = await withOffers(office, await answersOf(office, id, viewers), viewers);
  const header = answerColumns.map((column) => nameOf(t, column));
  const rows = answersTable(answers, t.lang, (stage) => t(`match.stage.${stage}`));
  const isBook = c.req.param('file') === 'answers.xlsx';
  const headers = {
    'content-type': isBook ? xlsx : 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${id}-answers.${isBook ? 'xlsx' : 'csv'}"`,
    'cache-control': 'private, no-store',
  };
  if (isBook) {
    const book = await writeTable(titleOf(t, record).text, header, rows);
    return c.body(new Uint8Array(book), 200, headers);
  }
  const lines = [header, ...rows].map((line) => csvLine(line.map((cell) => guardFormula(String(cell)))));
  // Excel takes UTF-8 for what it is only behind a byte order mark.
  return c.body(`\ufeff${lines.join('\r\n')}\r\n`, 200, headers);
}

function nameOf(t: Translate, column: AnswerColumn): string {
  switch (column) {
    case 'id':
      return 'id';
    case 'stage':
      return t('need.stage');
    case 'because':
      return t('decline.because');
    case 'first':
      return t('need.first');
    case 'since':
      return t('need.since');
    case 'offer':
      return t('register.offer');
    case 'terms':
    case 'conditions':
      return fieldLabel(t, 'offer', column);
    default:
      return fieldLabel(t, 'match', column);
  }
}
