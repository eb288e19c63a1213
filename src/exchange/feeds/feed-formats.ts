import type { Feed } from './feed.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

/** The forms of a feed, by the ending of their address. */
export const feedFormats = {
  rss: { mediaType: 'application/rss+xml', write: writeRss },
  atom: { mediaType: 'application/atom+xml', write: writeAtom },
  'feed.json': { mediaType: 'application/feed+json', write: writeJsonFeed },
} as const satisfies Record<string, { readonly mediaType: string; readonly write: (feed: Feed) => string }>;

export type FeedFormat = keyof typeof feedFormats;

/** The form that an address ends with; `Object.keys` forgets that its keys are the table's. */
export function feedFormatOf(path: string): FeedFormat | undefined {
  return (Object.keys(feedFormats) as FeedFormat[]).find((format) => path.endsWith(`.${format}`));
}
