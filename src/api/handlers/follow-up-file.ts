import { csvLine } from '../../exchange/sheets/csv-line.ts';
import { guardFormula } from '../../exchange/sheets/formula-guard.ts';
import { type TableRow, writeTable } from '../../exchange/sheets/write-table.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { boardRequest } from '../../operations/follow-up/board-request.ts';
import { instrumentBoard } from '../../operations/follow-up/instrument-board.ts';
import type { MeasureRow } from '../../operations/follow-up/measure-row.ts';
import { today } from '../../operations/house.ts';
import { fieldLabel, registerLabel } from '../../wording/labels.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { type Asked, languageOf } from '../asked.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What a board comes as. */
export const boardFileTypes: readonly string[] = ['text/csv; charset=utf-8', xlsx];

/** The whole board, as its filters leave it, as a table. @throws Fault `notFound`, `badQuery`. */
export async function boardFile(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const lang = languageOf(context);
  const [id = '', ending] = (context.req.param('id') ?? '').split('.');
  const request = boardRequest(new URL(context.req.url).searchParams, today(office), Number.MAX_SAFE_INTEGER);
  const { rows, instrument, asOf } = await instrumentBoard(office, id, { ...request, page: 1 });
  const t = translator(lang);
  const [first] = rows;
  const header = headerOf(t, first?.measure.register ?? '');
  const lines = rows.map((row) => lineOf(t, lang, row));
  const name = `${instrument.recordId}-${asOf}`;
  const headers = (type: string) => ({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${ending}"`,
  });
  if (ending === 'xlsx') {
    const book = await writeTable(textIn(instrument.title, lang).text, header, lines);
    return context.body(new Uint8Array(book), 200, headers(xlsx));
  }
  const text = [header, ...lines].map((line) => csvLine(line.map((cell) => guardFormula(String(cell)))));
  // Excel takes UTF-8 for what it is only behind a byte order mark.
  return context.body(`\ufeff${text.join('\r\n')}\r\n`, 200, headers('text/csv; charset=utf-8'));
}

function headerOf(t: Translate, register: string): readonly string[] {
  return [
    'id',
    fieldLabel(t, register, 'number'),
    registerLabel(t, register),
    fieldLabel(t, register, 'state'),
    t('board.overdue'),
    t('board.claimed'),
    t('board.planned'),
    t('board.eventEnded'),
    t('board.delay'),
    t('board.eventDelay'),
    t('board.heardOn'),
    t('board.reports'),
    t('board.facet.theme'),
    t('board.facet.actor'),
    t('board.facet.country'),
    t('board.facet.response'),
  ];
}

function lineOf(t: Translate, lang: InterfaceLanguage, row: MeasureRow): TableRow {
  const { measure, standing, deadline, lateness, reports } = row;
  const { number = '', themes = [], actors = [], addressed = [], response = '' } = measure.tracked;
  return [
    measure.recordId,
    number,
    textIn(measure.title, lang).text,
    t(`measureState.${standing.state}`),
    standing.overdue ? 1 : 0,
    standing.claimed === undefined ? 0 : 1,
    deadline?.planned ?? '',
    deadline?.eventEndedOn ?? '',
    lateness?.total ?? '',
    lateness?.event ?? '',
    standing.heardOn ?? '',
    reports,
    themes.join('; '),
    actors.join('; '),
    addressed.join('; '),
    response,
  ];
}
