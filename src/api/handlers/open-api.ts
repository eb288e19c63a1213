import type { Asked } from '../asked.ts';
import { openApiOf } from '../open-api.ts';

/** Written once: it changes with the program alone. */
let written: object | undefined;

export async function openApi({ options, context, routes }: Asked): Promise<Response> {
  written ??= openApiOf(routes, options.version);
  return context.json(written);
}
