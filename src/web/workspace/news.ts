import type { Post } from '../../lifecycle/post.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';

/** Something that others did to a record of the post. */
export interface News {
  readonly what: 'confirmed' | 'letPass' | 'disputed' | 'declined' | 'released' | 'returned' | 'withdrawn';
  readonly record: BoardRecord;
  /** Instant; absent where only the fact is known. */
  readonly at: string;
  readonly country?: string;
}

const most = 10;

/**
 * What others last did to records that the post sent on or released, newest first; read off the records themselves.
 * @param needs to which it has answered: that one was taken back is news for who holds something ready for it.
 */
export function newsIn(
  post: Post,
  records: readonly BoardRecord[],
  needs: readonly BoardRecord[],
): readonly News[] {
  return [...records.flatMap((record) => newsOf(post, record)), ...needs.flatMap(takenBack)]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, most);
}

function newsOf(post: Post, record: BoardRecord): readonly News[] {
  const { answers, confirmed, owner, phase, author } = record.state;
  const news: News[] = [];
  for (const [country, { state, at, post: by }] of Object.entries(answers)) {
    if (state !== 'asked' && by !== post.id) news.push({ what: state, record, at, country });
  }
  const written = author === post.id;
  const byOwner = confirmed !== undefined && confirmed.post !== post.id && confirmed.country === owner;
  if (written && phase === 'released' && byOwner) {
    news.push({
      what: 'released',
      record,
      at: confirmed.at,
      ...(owner === undefined ? {} : { country: owner }),
    });
  }
  if (written && phase === 'returned' && record.at !== undefined) {
    news.push({ what: 'returned', record, at: record.at });
  }
  return [...news, ...takenBack(record)];
}

function takenBack(record: BoardRecord): readonly News[] {
  const { withdrawn } = record.state;
  return withdrawn === undefined ? [] : [{ what: 'withdrawn', record, at: withdrawn.at }];
}
