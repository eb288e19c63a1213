import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { follow } from '../../operations/follow.ts';
import { revise, type Writer } from '../../operations/revise.ts';
import { show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Asked, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import { matchOf, versionOf } from '../etag.ts';
import { recordBody, recordHeaders } from '../record-answer.ts';
import type { Body } from '../schemas.ts';
import { withCurrent } from '../with-current.ts';

/** Writes a revision: of a post as its country's word or as an observer's, or of the node's own intake. */
export async function edit(asked: Asked, { values, reason, as, post }: Body<'Edit'>): Promise<Response> {
  const { office, context, caller } = asked;
  const place = placeOf(context);
  const machine = caller !== undefined && 'machine' in caller;
  const actor = machine ? undefined : await actorOf(asked, post);
  const writer: Writer =
    actor === undefined
      ? { machine: 'api', ...(asked.request === undefined ? {} : { request: asked.request }) }
      : { actor, as: as ?? 'party', door: 'api' };
  return withCurrent(asked, place, actor, async () => {
    const basedOn = await revisionSeen(asked, place.register, place.id, actor);
    const more = reason === undefined ? {} : { reason };
    const { shown, findings, changed } = await revise(office, { ...place, values, basedOn, writer, ...more });
    const status = changed && basedOn === 0 ? 201 : 200;
    return context.json({ ...recordBody(asked, shown), findings }, status, recordHeaders(shown, actor));
  });
}

/**
 * The newest revision that the writer saw. `If-None-Match: *` says that there should be none yet; the short form of
 * `If-Match` names the revision; the whole ETag also says that nothing else has happened to the record.
 * @throws Fault `preconditionNeeded`, `revisionMoved`, `recordMoved`, `notFound`.
 */
async function revisionSeen(
  { office, context }: Asked,
  register: string,
  id: RecordId,
  actor: Actor | undefined,
): Promise<number> {
  if (context.req.header('if-none-match') === '*') return 0;
  const match = matchOf(context, id);
  if (match === undefined) throw new Fault('preconditionNeeded', { right: `If-Match: "${id}.1"` });
  // What the writer may not see is not there, for writing as for reading.
  const shown = await show(office, register, id, actor);
  if (match.seq === undefined) return match.revision;
  const now = versionOf(shown, actor);
  if (now.revision !== match.revision) {
    throw new Fault('revisionMoved', { recordId: id, got: match.revision, right: now.revision });
  }
  if (now.seq !== match.seq) {
    throw new Fault('recordMoved', { recordId: id, got: match.seq, right: now.seq });
  }
  await follow(office);
  // A revision that the writer may not see counts too: it is kept, not overwritten.
  return office.board.records([id]).get(id)?.state.number ?? match.revision;
}
