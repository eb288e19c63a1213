import { today } from '../../operations/house.ts';
import { type Shown, show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import { type Asked, placeOf } from '../asked.ts';
import { readerOf } from '../caller.ts';
import { download, formatOf } from '../download.ts';
import { fileContext } from '../file-context.ts';
import { recordBody, recordHeaders } from '../record-answer.ts';
import { selectionOf } from '../selection.ts';

/** A record as JSON, as its reader may see it. */
export async function record(asked: Asked): Promise<Response> {
  const { shown, reader } = await look(asked);
  const headers = recordHeaders(shown, reader);
  if (isKnown(asked, shown, headers['etag'])) return new Response(null, { status: 304, headers });
  const select = selectionOf(asked.context, shown.record.register.name);
  return asked.context.json(select(recordBody(asked, shown)), 200, headers);
}

/** The same as JSON Lines, CSV or Excel. */
export async function recordFile(asked: Asked): Promise<Response> {
  const { context } = asked;
  const { shown, reader } = await look(asked);
  const headers = recordHeaders(shown, reader);
  if (isKnown(asked, shown, headers['etag'])) return new Response(null, { status: 304, headers });
  const written = fileContext(asked, [shown.record.register]);
  const format = formatOf(context.req.param('id'));
  return download(format, shown.record.id, one(shown.record), written, headers);
}

async function look(asked: Asked): Promise<{ shown: Shown; reader: Actor | undefined }> {
  const { register, id } = placeOf(asked.context);
  const reader = await readerOf(asked);
  return { shown: await show(asked.office, register, id, reader), reader };
}

/**
 * Whether the reader has this version already. A record that fell due did so without any entry in the log: from then on
 * it is always sent, so that nobody keeps reading that it is fresh.
 */
function isKnown(
  { office, context }: Asked,
  { record: { review } }: Shown,
  etag: string | undefined,
): boolean {
  if (context.req.header('if-none-match') !== etag) return false;
  return review.dueOn === undefined || today(office) < review.dueOn;
}

async function* one(shown: Presented): AsyncGenerator<Presented> {
  yield shown;
}
