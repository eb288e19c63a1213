import { recordJson } from '../../exchange/json/record-json.ts';
import { Fault } from '../../kernel/fault.ts';
import { today } from '../../operations/house.ts';
import { show } from '../../operations/show.ts';
import { addressOf } from '../address.ts';
import { type Asked, placeOf } from '../asked.ts';
import { readerOf } from '../caller.ts';
import { recordHeaders } from '../record-answer.ts';

/** All revisions that the reader may see, without their values, and all that happened; oldest first. */
export async function history(asked: Asked): Promise<Response> {
  const { register, id } = placeOf(asked.context);
  const reader = await readerOf(asked);
  const shown = await show(asked.office, register, id, reader);
  const revisions = shown.revisions.map(({ revision, changedAt, post, standing, origin, reason }) => ({
    revision,
    changedAt,
    post,
    standing,
    door: origin.door,
    ...(origin.country === undefined ? {} : { country: origin.country }),
    ...(reason === undefined ? {} : { reason }),
    inForce: revision === shown.state.inForce,
  }));
  // The register and id are those of the address; who held the post is not for programs.
  const events = shown.events.map(({ recordId: _, register: __, holder: ___, ...event }) => event);
  return asked.context.json({ revisions, events }, 200, recordHeaders(shown, reader));
}

/** The record as one revision had it. */
export async function revision(asked: Asked): Promise<Response> {
  const { office, options, context } = asked;
  const { register, id } = placeOf(context);
  const number = Number(context.req.param('number'));
  const reader = await readerOf(asked);
  const shown = await show(office, register, id, reader);
  const found = shown.revisions.find((one) => one.revision === number);
  if (found === undefined) throw new Fault('notFound', { register, id: `${id} ${number}` });
  const body = recordJson(found, addressOf(context, options)(found), today(office));
  return context.json(body, 200, reader === undefined ? {} : recordHeaders(shown, reader));
}
