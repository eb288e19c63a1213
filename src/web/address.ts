import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import type { FindRequest } from '../operations/find.ts';

/** A page in a language. `path` begins with a slash and has no language: `/flows?kind=activity`. */
export function pageAddress(lang: InterfaceLanguage, path: string): string {
  return path === '/' ? `/${lang}/` : `/${lang}${path}`;
}

/** Where the page stands in another language; following it is remembered. */
export function languageAddress(lang: InterfaceLanguage, path: string): string {
  return `/language/${lang}?to=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
}

/** Without the language before it. */
export function recordPath(register: string, id: string): string {
  return `/${register}/${id}`;
}

/** As `recordPath`; alpha-2 code. */
export function countryPath(code: string): string {
  return `/countries/${code}`;
}

/** All records that one facet value holds for. */
export function facetPath(facet: keyof FindRequest['filters'], value: string): string {
  return `/search?${new URLSearchParams({ [facet]: value })}`;
}
