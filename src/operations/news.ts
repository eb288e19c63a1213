import type { Presented } from '../policy/present.ts';
import { type FindRequest, find } from './find.ts';
import type { House } from './house.ts';

/** A record that a search finds, with the instant at which something was last told of it. */
export interface News {
  readonly record: Presented;
  readonly at: string;
}

export interface FoundNews {
  readonly page: number;
  readonly pages: number;
  readonly news: readonly News[];
}

/** What is new in a search: newest first, whatever order was asked for. */
export async function news(house: House, request: FindRequest): Promise<FoundNews> {
  const { page, pages, records } = await find(house, { ...request, sort: 'newest', count: [] });
  const known = house.board.records(records.map(({ id }) => id));
  return {
    page,
    pages,
    news: records.map((record) => ({ record, at: known.get(record.id)?.told?.at ?? record.changedAt })),
  };
}
