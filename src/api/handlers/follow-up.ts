import { boardRequest, dayIn } from '../../operations/follow-up/board-request.ts';
import type { SaidSince } from '../../operations/follow-up/changes-between.ts';
import { instrumentBoard } from '../../operations/follow-up/instrument-board.ts';
import { instruments as instrumentLines } from '../../operations/follow-up/instruments.ts';
import type { MeasureRow } from '../../operations/follow-up/measure-row.ts';
import { today } from '../../operations/house.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import type { Asked } from '../asked.ts';
import { numberOf } from '../query.ts';

/** All instruments, with how many of their measures stand how. @throws Fault `badQuery`. */
export async function instruments({ office, context }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const asOf = dayIn(searchParams, 'asOf') ?? today(office);
  const lines = await instrumentLines(office, asOf);
  return context.json({
    asOf,
    instruments: lines.map(({ instrument, ...counts }) => ({ ...named(instrument), ...counts })),
  });
}

/** The board of an instrument, as its page has it. @throws Fault `notFound`, `badQuery`. */
export async function instrument({ office, context }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const request = boardRequest(searchParams, today(office), numberOf(context, 'size', 50));
  const [id = ''] = (context.req.param('id') ?? '').split('.');
  const board = await instrumentBoard(office, id, request);
  const { rows, changes, said, timed: _, instrument: about, ...counts } = board;
  return context.json({
    ...counts,
    instrument: named(about),
    page: request.page,
    rows: rows.map(rowJson),
    ...(changes === undefined
      ? {}
      : { changes: changes.map(({ row, before }) => ({ ...rowJson(row), before })) }),
    ...(said === undefined ? {} : { said: said.map(saidJson) }),
  });
}

function saidJson({ row, said }: SaidSince) {
  const { on, state } = said.tracked;
  const { recordId, register, title } = said;
  return { id: recordId, register, title, measure: row.measure.recordId, on, state };
}

function named({ recordId, register, title, tracked: { on } }: Tracked) {
  return { id: recordId, register, title, ...(on === undefined ? {} : { adoptedOn: on }) };
}

function rowJson({ measure, standing, deadline, lateness, reports }: MeasureRow) {
  const { recordId, register, title, tracked } = measure;
  const { number, kind, themes, beneficiaries, actors, addressed, response, due } = tracked;
  const { planned, limit } = deadline ?? {};
  const times = { due, planned, limit, lateness };
  const members = { number, kind, themes, beneficiaries, actors, addressed, response, ...times };
  return {
    id: recordId,
    register,
    title,
    ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
    ...standing,
    reports,
  };
}
