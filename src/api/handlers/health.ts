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
