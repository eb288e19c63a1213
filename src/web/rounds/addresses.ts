import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { pageAddress } from '../address.ts';

/** Addresses of rounds; `of` is what is wanted of one. Without the language. */
export function roundPath(id: string, of: '' | '/answer' | '/upload' | '/close' | '/workbook' = ''): string {
  return `/follow-up/rounds/${id}${of}`;
}

export const roundsPath = '/follow-up/rounds';

export function roundAddress(
  lang: InterfaceLanguage,
  id: string,
  of: Parameters<typeof roundPath>[1] = '',
  query: Readonly<Record<string, string>> = {},
): string {
  const asked = String(new URLSearchParams(query));
  return pageAddress(lang, `${roundPath(id, of)}${asked === '' ? '' : `?${asked}`}`);
}
