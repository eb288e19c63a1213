import type { Context } from 'hono';
import type { Presented } from '../policy/present.ts';

/** How a record's page is called from outside, in the language that was asked for. */
export function addressOf(
  context: Context,
  { publicAddress }: { readonly publicAddress: string },
): (record: Presented) => string {
  const url = new URL(context.req.url);
  const start = publicAddress === '' ? url.origin : publicAddress;
  const lang = url.pathname.split('/')[1] ?? 'en';
  return (record) => `${start}/${lang}/${record.register.name}/${record.id}`;
}
