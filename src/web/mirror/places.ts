import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import type { PlaceInCopy } from './relative-links.ts';

/** What a copy has. */
export interface Contents {
  readonly languages: readonly InterfaceLanguage[];
  /** As `activity/abcd-efgh-ijkm`. */
  readonly records: ReadonlySet<string>;
  /** Whether the history of each record is in it. */
  readonly history: boolean;
  /** Registers of which it has files. */
  readonly files: readonly string[];
}

/** Pages of which there is one in each language. */
export const singlePages = ['', 'about', 'countries', 'flows', 'focal-points', 'reservations'] as const;

/** The file of a page. Records lie in folders by the first letters of their ids: sticks know no folder of 100,000 files. */
export function fileOf(lang: InterfaceLanguage, path: string): string {
  const [first = '', id = '', more] = path.split('/');
  if (path === '') return `${lang}/index.html`;
  if (id === '') return `${lang}/${first}.html`;
  if (first === 'countries' || first === 'focal-points') return `${lang}/${first}/${id}.html`;
  return `${lang}/${first}/${id.slice(0, 2)}/${id}${more === undefined ? '' : `.${more}`}.html`;
}

/** Where addresses of the node stand in a copy. */
export function placesIn(contents: Contents): PlaceInCopy {
  const place = (address: string): string | undefined => {
    const { pathname, search, searchParams, hash } = new URL(address, 'http://copy');
    const [, lang = '', ...rest] = pathname.split('/');
    const path = rest.join('/');
    if (lang === 'language') return place(`/${path}${searchParams.get('to') ?? '/'}`);
    if (!isInterfaceLanguage(lang) || !contents.languages.includes(lang)) return undefined;
    if (path === 'search') return `${lang}/search.html${search}`;
    return (
      dataFile(contents, path, searchParams) ?? (has(contents, path) ? fileOf(lang, path) + hash : undefined)
    );
  };
  return place;
}

function has({ records, history }: Contents, path: string): boolean {
  const [first = '', id, ...more] = path.split('/');
  if (id === undefined) return singlePages.some((page) => page === path);
  if (first === 'countries' || first === 'focal-points') return isCountry(id) && more.length === 0;
  const whole = more.length === 0 || (history && more.join('/') === 'history');
  return whole && records.has(`${first}/${id}`);
}

/** The files of a register stand for downloads of all of it. */
function dataFile({ files }: Contents, path: string, question: URLSearchParams): string | undefined {
  const [, ending] = /^search\.(csv|jsonl)$/.exec(path) ?? [];
  const kind = question.get('kind') ?? '';
  if (ending === undefined || question.size !== 1 || !files.includes(kind)) return undefined;
  return `data/${kind}.${ending}`;
}
