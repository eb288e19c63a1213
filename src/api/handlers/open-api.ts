import type { Asked } from '../asked.ts';
import { openApiOf } from '../open-api.ts';

/** Written once: it changes with the program alone. */
let written: object | undefined;

export async function openApi({ options, context }: Asked): Promise<Response> {
  written ??= openApiOf(options.version);
  return context.json(written);
}
