import type { ApiKey } from '../../operations/ports/api-keys.ts';
import {
  keysOf,
  makeKey as make,
  makeCalendarKey as makeCalendar,
  revokeKey as revoke,
} from '../../operations/posts/api-keys.ts';
import { originOf } from '../address.ts';
import { type Asked, languageOf, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import { forOneReader } from '../record-answer.ts';
import type { Body } from '../schemas.ts';

/** The keys of a post, without their secrets. */
export async function keys(asked: Asked): Promise<Response> {
  return listed(asked, asked.context.req.query('post'));
}

/** A key for a program; the answer holds its secret, this once. */
export async function makeKey(asked: Asked, { post, name, scopes }: Body<'NewKey'>): Promise<Response> {
  const actor = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  const { key, secret } = await make(asked.office, actor, id, { name, scopes });
  return asked.context.json({ ...keyJson(key), secret }, 201, forOneReader);
}

/** An address for a calendar program; the answer holds it, this once. */
export async function makeCalendarKey(asked: Asked, { post }: Body<'Acting'>): Promise<Response> {
  const actor = await actorOf(asked, post);
  const { office, context, options } = asked;
  const { key, secret } = await makeCalendar(office, actor, placeOf(context).id);
  const address = `${originOf(context, options)}/${languageOf(context)}/calendar/${secret}.ics`;
  return context.json({ ...keyJson(key), address }, 201, forOneReader);
}

export async function revokeKey(asked: Asked, { post }: Body<'Acting'>): Promise<Response> {
  const actor = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  await revoke(asked.office, actor, id, asked.context.req.param('key') ?? '');
  return listed(asked, post);
}

async function listed(asked: Asked, post: string | undefined): Promise<Response> {
  const actor = await actorOf(asked, post);
  const found = await keysOf(asked.office, actor, placeOf(asked.context).id);
  return asked.context.json({ keys: found.map(keyJson) }, 200, forOneReader);
}

/** Who made it is the history's to say, to those who keep the post. */
function keyJson({ account: _, strong: __, ...key }: ApiKey) {
  return key;
}
