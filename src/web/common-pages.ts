import { followForReading } from '../operations/follow.ts';
import { type House, today } from '../operations/house.ts';
import { PageCache } from './cache.ts';

/** The pages for readers in general: kept as they were made, and what has to be done before one is given. */
export interface CommonPages {
  readonly cache: PageCache;
  /** Takes in news, so that what is stale is gone; cheap where there is none. */
  readonly beforehand: () => Promise<void>;
}

export interface CommonPagesOptions {
  /** Memory for ready-made pages, in bytes. */
  readonly cacheBytes: number;
  /** How long a list is good enough whatever changes, in milliseconds. */
  readonly listsLastMs: number;
}

/** Keeps pages of a house from now on. */
export function commonPages(house: House, { cacheBytes, listsLastMs }: CommonPagesOptions): CommonPages {
  const cache = new PageCache({ capacity: cacheBytes, listsLastMs });
  house.onChange.add((changed, all) => (all ? cache.clear() : cache.purge(changed)));
  return {
    cache,
    beforehand: () => {
      cache.startDay(today(house));
      return followForReading(house);
    },
  };
}
