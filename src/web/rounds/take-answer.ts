import type { Context } from 'hono';
import { formats, writeRecords } from '../../exchange/write-records.ts';
import { answerRows, answerSheet } from '../../operations/follow-up/answer-sheet.ts';
import { answerNothing, sendAnswers, takeAnswers } from '../../operations/follow-up/take-answers.ts';
import { type Office, today } from '../../operations/house.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { sheetWords } from '../../wording/sheet-words.ts';
import { pageAddress, recordPath } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { actorOf } from '../desk/visitor.ts';
import { readFileForm } from '../upload/read-file-form.ts';
import { answerPageFor } from './answer-page.ts';
import { reportTitle } from './titles.ts';

/** Says of the measures ticked that there is nothing to report, or sends their drafts on. */
export async function takeAnswer(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const id = c.req.param('id') ?? '';
  const measures = form.getAll('measure');
  const taken =
    form.get('do') === 'nothing'
      ? await answerNothing(office, actor, id, measures, reportTitle(wordsOf(c).lang))
      : await sendAnswers(office, actor, id, measures);
  return answerPageFor(office, c, actor, { taken, file: false });
}

/** Takes a filled workbook or table. */
export async function takeWorkbook(office: Office, c: Context): Promise<Response> {
  const { fields, name, bytes } = await readFileForm(office, c);
  const actor = await actorOf(office, c, fields);
  const file = {
    name,
    size: bytes.length,
    async *bytes(onBytes?: (taken: number) => void) {
      onBytes?.(bytes.length);
      yield bytes;
    },
  };
  const taken = await takeAnswers(office, actor, c.req.param('id') ?? '', file);
  return answerPageFor(office, c, actor, { taken, file: true });
}

/** The workbook of a round for a post: a row for each measure. */
export async function giveWorkbook(office: Office, c: Context): Promise<Response> {
  const { lang } = wordsOf(c);
  const actor = await actorOf(office, c);
  const id = c.req.param('id') ?? '';
  const sheet = await answerSheet(office, actor, id);
  const rows = answerRows(office, actor, sheet, reportTitle(lang));
  const { mediaType, extension } = formats.xlsx;
  const bytes = writeRecords('xlsx', rows, {
    address: ({ register, id: record }) =>
      `${office.publicAddress}${pageAddress(lang, recordPath(register.name, record))}`,
    today: today(office),
    book: {
      words: sheetWords(lang),
      node: office.publicAddress,
      registers: [getRegister('progressReport')],
    },
  });
  return new Response(ReadableStream.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="southbridge-${id}.${extension}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
