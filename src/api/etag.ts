import type { Context } from 'hono';
import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Post } from '../lifecycle/post.ts';
import type { Shown } from '../operations/show.ts';
import type { Actor } from '../policy/actor.ts';

/** What an ETag says of a record: the newest revision that was shown, and a number that changes with everything shown. */
export interface Version {
  readonly revision: number;
  readonly seq: number;
}

/**
 * The version of a record as a reader sees it. `seq` is that of the last entry of the log, which acts name as seen. Who
 * reads without a session gets the count of entries shown instead: when somebody works on a draft is nobody's business.
 */
export function versionOf(
  { record, draft, seq, revisions, events }: Shown,
  reader: Actor | undefined,
): Version {
  const { revision } = draft ?? record;
  return { revision, seq: reader === undefined ? revisions.length + events.length : seq };
}

/** As answers carry it: `"id.revision.seq"`. */
export function etagOf(shown: Shown, reader: Actor | undefined): string {
  const { revision, seq } = versionOf(shown, reader);
  return `"${shown.record.id}.${revision}.${seq}"`;
}

/** What `If-Match` names; `"id.revision"` alone is taken too, where a revision is written. @throws Fault `preconditionNeeded`. */
export function matchOf(
  context: Context,
  id: RecordId,
): { readonly revision: number; readonly seq?: number } | undefined {
  const given = context.req.header('if-match');
  if (given === undefined) return undefined;
  const match = /^"([a-z0-9-]+)\.(\d{1,9})(?:\.(\d{1,15}))?"$/.exec(given);
  if (match === null || match[1] !== id)
    throw new Fault('preconditionNeeded', { right: `If-Match: "${id}.1.1"` });
  const [, , revision, seq] = match;
  return { revision: Number(revision), ...(seq === undefined ? {} : { seq: Number(seq) }) };
}

/** The last entry that somebody who acts has seen: by `If-Match`, else as the body says. @throws Fault `preconditionNeeded`. */
export function seenOf(context: Context, id: RecordId, said: number | undefined): number {
  const seen = matchOf(context, id)?.seq ?? said;
  if (seen === undefined) throw new Fault('preconditionNeeded', { right: `If-Match: "${id}.1.1"` });
  return seen;
}

/** The version of a post, for those who keep it: `"id.seq"`. */
export function etagOfPost({ id, seq = 0 }: Post): string {
  return `"${id}.${seq}"`;
}

/** The last entry about a post that somebody who acts has seen: by `If-Match`, else as the body says; unsaid: as it stands. @throws Fault `preconditionNeeded`. */
export function seenPostOf(context: Context, id: string, said: number | undefined): number | undefined {
  const given = context.req.header('if-match');
  if (given === undefined) return said;
  const match = /^"([a-z0-9-]+)\.(\d{1,15})"$/.exec(given);
  if (match === null || match[1] !== id) {
    throw new Fault('preconditionNeeded', { right: `If-Match: "${id}.1"` });
  }
  return Number(match[2]);
}
