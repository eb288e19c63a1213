import type { Context } from 'hono';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import { acceptedLanguage } from '../wording/accepted-language.ts';
import { translator } from '../wording/messages.ts';

/** When it makes sense to come again. */
const seconds = 5;

/** A short answer in the reader's language that costs next to nothing. */
export function tooMuch(context: Context, request: string): Response {
  const [, first = ''] = context.req.path.split('/');
  const lang = isInterfaceLanguage(first)
    ? first
    : (acceptedLanguage(context.req.header('accept-language')) ?? 'en');
  const text = translator(lang)('fault.overloaded', { seconds });
  return context.text(`${text}\n`, 503, {
    'retry-after': String(seconds),
    'cache-control': 'no-store',
    'content-language': lang,
    'x-request-id': request,
  });
}
