import { Fault } from '../../kernel/fault.ts';
import { isPartialDate, precisionOf } from '../../kernel/partial-date.ts';
import { type BoardFacet, boardFacets } from './board-lines.ts';
import type { BoardRequest } from './instrument-board.ts';

/** Most values of one facet; longest of them, in characters. */
const mostValues = 50;
const longestValue = 200;

/**
 * A board as addresses ask for it: `asOf`, `since`, `by`, `page` and one parameter a facet, repeated for several values.
 * @throws Fault `badQuery` for a day that is none: a board of another day than the one meant would mislead.
 */
export function boardRequest(parameters: URLSearchParams, today: string, pageSize: number): BoardRequest {
  const filters: Partial<Record<BoardFacet, readonly string[]>> = {};
  for (const facet of boardFacets) {
    const values = [
      ...new Set(parameters.getAll(facet).filter((value) => value !== '' && value.length <= longestValue)),
    ];
    if (values.length > 0) filters[facet] = values.slice(0, mostValues);
  }
  const page = Number(parameters.get('page') ?? 1);
  const since = dayIn(parameters, 'since');
  const by = boardFacets.find((facet) => facet === parameters.get('by'));
  return {
    asOf: dayIn(parameters, 'asOf') ?? today,
    filters,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    pageSize,
    ...(since === undefined ? {} : { since }),
    ...(by === undefined ? {} : { by }),
  };
}

/** The same as an address carries it; today's board has no day in its address. */
export function boardParameters(
  { asOf, since, by, filters, page }: Omit<BoardRequest, 'pageSize'>,
  today: string,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const facet of boardFacets) for (const value of filters[facet] ?? []) parameters.append(facet, value);
  if (asOf !== today) parameters.set('asOf', asOf);
  if (since !== undefined) parameters.set('since', since);
  if (by !== undefined) parameters.set('by', by);
  if (page > 1) parameters.set('page', String(page));
  return parameters;
}

/** A whole day that an address names; undefined where it names none. @throws Fault `badQuery`. */
export function dayIn(parameters: URLSearchParams, name: string): string | undefined {
  const given = parameters.get(name) ?? '';
  if (given === '') return undefined;
  if (isPartialDate(given) && precisionOf(given) === 'day') return given;
  throw new Fault('badQuery', { place: name, got: given.slice(0, 40), right: 'YYYY-MM-DD' });
}
