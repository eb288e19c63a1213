import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Actor } from '../../policy/actor.ts';
import { viewOf, visibleEvent } from '../../policy/viewer.ts';
import { factsOn } from '../facts-of.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { needsAnswered } from '../requests/needs-answered.ts';
import { seenBy } from '../review/seen-by.ts';

/** What is told of other sides: all that changes what a record says or what is said of it. */
const deedTypes = [
  'released',
  'adopted',
  'rejected',
  'confirmed',
  'letPass',
  'disputed',
  'declined',
  'reconfirmed',
  'reserved',
  'withdrawn',
  'pairLinked',
  'pairParted',
] as const satisfies readonly RecordEvent['type'][];

/** What another post did to a record that this one wrote or spoke for. */
export interface Deed {
  readonly record: BoardRecord;
  readonly type: (typeof deedTypes)[number];
  /** The post that acted; its country, where it is another than the reader's. */
  readonly post: string;
  readonly country?: string;
  /** Instant. */
  readonly at: string;
}

/** Records looked at: those touched last. A post with more news than that reads them in its workspace. */
const mostRecords = 100;

/** What others did to a post's records, and to needs that it answered, from one day until before another, the newest first. */
export async function deedsOfOthers(
  house: House,
  actor: Actor,
  from: string,
  before: string,
): Promise<readonly Deed[]> {
  const sent = house.board.sentBy(actor.post, mostRecords);
  const own = new Set(sent.map(({ recordId }) => recordId));
  const needs = needsAnswered(house.board, sent).filter(({ recordId }) => !own.has(recordId));
  const touched = [...sent, ...needs].filter(({ at }) => at >= from);
  const seen = seenBy(house.board, actor, touched);
  const deeds: Deed[] = [];
  for (const record of touched) {
    const facts = factsOn(house.board, record);
    const view = viewOf(actor, facts);
    for (const entry of (await house.log.history(record.recordId)).toReversed()) {
      if (entry.kind !== 'event' || entry.event.at < from || entry.event.at >= before) continue;
      const event = visibleEvent(facts.register, entry.event, view);
      const type = deedTypes.find((one) => one === event?.type);
      if (event === undefined || type === undefined || event.post === actor.post.id) continue;
      const country = foreignCountry(house, actor.post, event);
      const { post, at } = event;
      deeds.push({
        record: seen.get(record.recordId) ?? record,
        type,
        post,
        at,
        ...(country === undefined ? {} : { country }),
      });
    }
  }
  return deeds.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

function foreignCountry({ board }: House, reader: Post, event: RecordEvent): string | undefined {
  const country = board.posts().get(event.post)?.country;
  return country === reader.country ? undefined : country;
}
