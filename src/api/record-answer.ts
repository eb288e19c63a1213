import { type RecordJson, recordJson } from '../exchange/json/record-json.ts';
import { today } from '../operations/house.ts';
import { type Shown, show } from '../operations/show.ts';
import type { Actor } from '../policy/actor.ts';
import { addressOf } from './address.ts';
import { type Asked, placeOf } from './asked.ts';
import { actorOf } from './caller.ts';
import { etagOf } from './etag.ts';
import type { Written } from './route.ts';

/** A record, with the state of the work for those who do it. */
type RecordBody = RecordJson & { readonly work?: object };

/** A record as JSON for one reader; with the state of the work for the side of its owner. */
export function recordBody({ office, options, context }: Asked, shown: Shown): RecordBody {
  const { record, draft, state, view } = shown;
  const body = recordJson(record, addressOf(context, options)(record), today(office));
  if (!view.work) return body;
  const { phase, remarks, approvedBy } = state;
  const work = {
    phase,
    remarks,
    approvals: approvedBy.length,
    ...(draft === undefined
      ? {}
      : { draft: { revision: draft.revision, changedAt: draft.changedAt, values: draft.values } }),
  };
  return { ...body, work };
}

/** What is sent along with a record: its version; and where it is for one reader, that nobody may keep it. */
export function recordHeaders(shown: Shown, reader: Actor | undefined): Record<string, string> {
  const etag = etagOf(shown, reader);
  return reader === undefined ? { etag } : { etag, ...forOneReader };
}

/** The record after a step of which the answer was lost, as the post sees it that took it. */
export async function recordAfterwards(asked: Asked, { post }: Written): Promise<Response> {
  const { office, context, caller } = asked;
  const { register, id } = placeOf(context);
  const machine = caller !== undefined && 'machine' in caller;
  const reader = machine ? undefined : await actorOf(asked, post);
  const shown = await show(office, register, id, reader);
  return context.json(recordBody(asked, shown), 200, recordHeaders(shown, reader));
}

export const forOneReader = { 'cache-control': 'private, no-store' } as const;
