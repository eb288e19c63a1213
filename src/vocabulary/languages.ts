import { type CodeList, codeList } from './code-list.ts';
import { intlNames } from './internal/intl-names.ts';
import { lazyNames } from './internal/lazy-names.ts';

const codes: readonly string[] = (
  'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
  'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja ' +
  'jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb ' +
  'nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq ' +
  'sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');

const names = intlNames('language');

/** CLDR takes Twi for Akan, of which it is one, and names it so: two entries of the list would have the same name. */
const twi: Readonly<Record<string, string>> = {
  en: 'Twi',
  fr: 'twi',
  es: 'twi',
  ar: 'التوي',
  ru: 'тви',
  zh: '特维语',
  pt: 'twi',
};

/** Languages of ISO 639-1; their names are computed when they are first read. */
export const languages: CodeList = codeList(
  'language',
  {
    source:
      'ISO 639-1 (ISO 639 Maintenance Agency, https://www.iso.org/iso-639-language-code); names: Unicode CLDR',
    asOf: '2024',
  },
  codes.map((code) => ({ code, names: lazyNames((lang) => languageName(code, lang)) })),
);

/** True for a code of ISO 639-1 in small letters. */
export function isLanguage(code: string): boolean {
  return languages.entries.has(code);
}

/** What the language is called in another; in English where that one is unknown; the code where nothing is known. */
export function languageName(code: string, lang: string): string {
  if (code === 'tw') return twi[lang] ?? 'Twi';
  return names(code, lang) ?? names(code, 'en') ?? code;
}
