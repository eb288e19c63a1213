import { recordJson } from '../../exchange/json/record-json.ts';
import { findRequest } from '../../operations/find-request.ts';
import { today } from '../../operations/house.ts';
import { listRecords } from '../../operations/list-records.ts';
import { addressOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { cursorOf, placeIn } from '../cursor.ts';
import { choiceOf, numberOf } from '../query.ts';
import { selectionOf } from '../selection.ts';

/** Records that everybody may see, stretch by stretch, in the order in which they changed. */
export async function list({ office, options, context }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const limit = numberOf(context, 'limit', 50);
  const order = choiceOf(context, 'order', ['newest', 'changes']);
  const { words, lang, filters } = findRequest(searchParams, languageOf(context), 1);
  const select = selectionOf(context);
  // The size of a stretch and the fields may change on the way, the question may not.
  const question = { words, lang, filters, order };
  const cursor = context.req.query('cursor');
  const past = cursor === undefined ? {} : { past: placeIn(cursor, options.writeKey, question) };
  const { total, records, last } = await listRecords(office, { ...question, limit, ...past });
  const [address, day] = [addressOf(context, options), today(office)];
  const given = records.map((record) => select(recordJson(record, address(record), day)));
  if (last === undefined) return context.json({ total, records: given });
  const next = cursorOf(options.writeKey, question, last);
  searchParams.set('cursor', next);
  const link = `<${new URL(context.req.url).pathname}?${searchParams}>; rel="next"`;
  return context.json({ total, records: given, next }, 200, { link });
}
