import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import type { FindRequest } from '../operations/find.ts';
import { findParameters } from '../operations/find-request.ts';

/** A page in a language. `path` begins with a slash and has no language: `/flows?kind=activity`. */
export function pageAddress(lang: InterfaceLanguage, path: string): string {
  return path === '/' ? `/${lang}/` : `/${lang}${path}`;
}

/** Where the page stands in another language; following it is remembered. */
export function languageAddress(lang: InterfaceLanguage, path: string): string {
  return `/language/${lang}?to=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
}

export function recordPath(register: string, id: string): string {
  return `/${register}/${id}`;
}

export function countryPath(code: string): string {
  return `/countries/${code}`;
}

/** What an address says of a search. */
export type Searched = Pick<FindRequest, 'words' | 'filters' | 'sort' | 'page'>;

/** A search, or the same search in another view or format (`/search.csv`), without the language. */
export function searchPath(
  searched: Searched,
  more: Readonly<Record<string, string>> = {},
  base = '/search',
): string {
  const parameters = findParameters(searched);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const query = parameters.toString();
  return query === '' ? base : `${base}?${query}`;
}

/** All records that one facet value holds for. */
export function facetPath(facet: keyof FindRequest['filters'], value: string): string {
  return `/search?${new URLSearchParams({ [facet]: value })}`;
}
