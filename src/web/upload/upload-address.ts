import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { pageAddress } from '../address.ts';

/** Where a file stands; without an id where one is chosen. */
export function uploadAddress(lang: InterfaceLanguage, post: string, id?: string, part = ''): string {
  const query = new URLSearchParams({ post });
  return pageAddress(lang, `/upload${id === undefined ? '' : `/${id}`}${part}?${query}`);
}
