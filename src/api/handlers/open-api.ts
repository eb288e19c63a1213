import type { Asked } from '../asked.ts';
import { openApiOf } from '../open-api.ts';

export async function openApi({ options, context }: Asked): Promise<Response> {
  return context.json(openApiOf(options.version));
}
