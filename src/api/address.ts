import type { Context } from 'hono';
import type { RecordId } from '../kernel/ids.ts';
import { languageOf } from './asked.ts';

/** Scheme and host under which the reader reaches the node: as the settings say, else as asked. */
export function originOf(context: Context, { publicAddress }: { readonly publicAddress: string }): string {
  return publicAddress === '' ? new URL(context.req.url).origin : publicAddress;
}

/** A record, as far as its address goes. */
interface Named {
  readonly id: RecordId;
  readonly register: { readonly name: string };
}

/** How a record's page is called from outside, in the language that was asked for. */
export function addressOf(
  context: Context,
  options: { readonly publicAddress: string },
): (record: Named) => string {
  const start = originOf(context, options);
  const lang = languageOf(context);
  return (record) => `${start}/${lang}/${record.register.name}/${record.id}`;
}
