import type { Stemming } from './stem.ts';

/** Which stemming the words of a text get, by the script each word is written in. */
export interface Stemmings {
  readonly latin: Stemming;
  readonly cyrillic: Stemming;
  readonly arabic: Stemming;
}

const latin: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);
const ofOtherScripts: ReadonlySet<string> = new Set([
  'und',
  '',
  'mul',
  'zxx',
  'ar',
  'ru',
  'zh',
  'ja',
  'ko',
  'th',
]);
const otherCyrillic: ReadonlySet<string> = new Set('uk be bg mk sr kk ky mn tg tt uz'.split(' '));
const otherArabic: ReadonlySet<string> = new Set('fa ur ps ckb ug sd prs'.split(' '));

/**
 * The stemmings for a text in `lang` (BCP 47). Where the language does not say how a script is read — unknown language,
 * or an English name in an Arabic text — Latin words are taken as English, Cyrillic as Russian, Arabic script as Arabic:
 * a query always asks for those stems too. Languages without a stemmer here (German, Swahili, Persian …) keep their words.
 */
export function stemmingsOf(lang: string): Stemmings {
  const primary = (/^[a-z]{2,3}/i.exec(lang)?.[0] ?? '').toLowerCase();
  return {
    latin: isLatin(primary) ? primary : ofOtherScripts.has(primary) ? 'en' : 'none',
    cyrillic: otherCyrillic.has(primary) ? 'none' : 'ru',
    arabic: otherArabic.has(primary) ? 'none' : 'ar',
  };
}

function isLatin(primary: string): primary is 'en' | 'fr' | 'es' | 'pt' {
  return latin.has(primary);
}

/** The stemming for one folded word: its first letter tells the script. */
export function stemmingFor(word: string, stemmings: Stemmings): Stemming {
  const first = word.charCodeAt(0);
  if (first < 0x41) return 'none';
  if (first < 0x250) return stemmings.latin;
  if (first >= 0x400 && first < 0x530) return stemmings.cyrillic;
  if (first >= 0x600 && first < 0x780) return stemmings.arabic;
  return 'none';
}
