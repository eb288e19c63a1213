import { type BoardFacet, boardFacets } from '../../operations/follow-up/board-lines.ts';
import { boardParameters } from '../../operations/follow-up/board-request.ts';
import type { BoardRequest, InstrumentBoard } from '../../operations/follow-up/instrument-board.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { boardPath } from './tracked-link.ts';

/** A board as it was asked for, on the day of the reader. */
export interface BoardView {
  readonly board: InstrumentBoard;
  readonly request: BoardRequest;
  readonly today: string;
  /** The last meeting at which one of its measures was due and which is over: what changed since is asked for most. */
  readonly lastMeeting?: Tracked;
}

/** Members of the request that are to be others; undefined takes one away. */
type Change = { readonly [K in keyof BoardRequest]?: BoardRequest[K] | undefined };

/** The path of the board with something changed, without its language; the first page unless another is named. */
export function pathWith({ board, request, today }: BoardView, change: Change = {}, ending = ''): string {
  const { asOf = today, filters = {}, page = 1, since, by } = { ...request, page: 1, ...change };
  const asked = { asOf, filters, page, ...(since && { since }), ...(by && { by }) };
  const query = boardParameters(asked, today).toString();
  return `${boardPath(board.instrument.recordId)}${ending}${query === '' ? '' : `?${query}`}`;
}

/** The address of the board with something changed. */
export function addressWith(t: Translate, view: BoardView, change: Change = {}): string {
  return pageAddress(t.lang, pathWith(view, change));
}

/** The filters with one value in force, or out of it. */
export function toggled(
  filters: BoardRequest['filters'],
  facet: BoardFacet,
  value: string,
): BoardRequest['filters'] {
  const held = filters[facet] ?? [];
  const next = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
  return Object.fromEntries(
    boardFacets.flatMap((name) => {
      const values = name === facet ? next : (filters[name] ?? []);
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}
