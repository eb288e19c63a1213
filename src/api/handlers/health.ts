import type { Asked } from '../asked.ts';

/** `/health` answers 200 when the log can be read, with how far the index is behind it. */
export async function health({ office, options, context }: Asked): Promise<Response> {
  const head = await office.log.head();
  const position = office.index.position();
  const { records } = office.index.size();
  const { version } = options;
  return context.json({
    status: 'ok',
    version,
    log: head,
    index: position,
    behind: head - position,
    records,
  });
}

/** So many entries of the log may be missing in what is shown, as after an import beside the node. */
const mostBehind = 10_000;

/** `/ready` answers 200 when people may be sent to this node. */
export async function ready({ office, context }: Asked): Promise<Response> {
  const behind = (await office.log.head()) - office.index.position();
  return context.json({ ready: behind <= mostBehind, behind }, behind <= mostBehind ? 200 : 503);
}
