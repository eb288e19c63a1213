import { unknownLanguage } from '../kernel/language-tag.ts';
import { functionWords } from './internal/function-words.ts';
import { forEachToken } from './tokens.ts';

/** What is read of a text: enough to be sure, however long it is. */
const longestRead = 5000;

/**
 * The language of a text that came without one: ar, en, es, fr, pt, ru or zh, and `und` unless the signs are clear.
 * The script decides first; letters that Arabic or Russian do not have rule them out (Persian, Ukrainian …). Latin
 * texts go by their function words and tell-tale letters, and need about five words.
 */
export function guessLanguage(text: string): string {
  const read = text.slice(0, longestRead).replace(/https?:\/\/\S+/g, ' ');
  const count = (pattern: RegExp): number => read.match(pattern)?.length ?? 0;
  const latin = count(/\p{sc=Latin}/gu);
  const han = count(/\p{sc=Han}/gu);
  const kana = count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const arabic = count(/\p{sc=Arabic}/gu);
  const cyrillic = count(/\p{sc=Cyrillic}/gu);
  // One Han character says about as much as three letters.
  const all =
    latin + 3 * han + kana + arabic + cyrillic + count(/[\p{sc=Hangul}\p{sc=Thai}\p{sc=Devanagari}]/gu);
  if (3 * han > all / 2) return han >= fewestHan && kana * 10 < han ? 'zh' : unknownLanguage;
  if (arabic > all / 2) return isArabic(arabic, count(notArabic)) ? 'ar' : unknownLanguage;
  if (cyrillic > all / 2) return isRussian(read, cyrillic, count(notRussian)) ? 'ru' : unknownLanguage;
  return latin > all / 2 ? latinLanguage(read) : unknownLanguage;
}

const fewestHan = 4;
const fewestLetters = 15;

/** Letters of Persian, Urdu, Kurdish, Pashto, Uyghur; Arabic has them in foreign names at most. */
const notArabic = /[پچژگڤکیہےںٹڈڑەێۆڕڵڭۇۈۋېۀټډړږښڼ]/g;
/** Letters of Ukrainian, Belarusian, Serbian, Macedonian and of the Turkic, Mongolian and Tajik alphabets. */
const notRussian = /[іїєґўјљњћђџѓќѕәғқңөұүһҳҷӣӯ]/gi;

function isArabic(letters: number, foreign: number): boolean {
  return letters >= fewestLetters && foreign < letters * 0.02;
}

/** Bulgarian has none of ы and э, which a Russian text of some length always has. */
function isRussian(text: string, letters: number, foreign: number): boolean {
  if (letters < fewestLetters || foreign >= letters * 0.01) return false;
  return letters < 150 || /[ыэ]/i.test(text);
}

const fewestWords = 5;
/** The winner's weight for each word of the text, and against the runner-up. */
const leastShare = 0.06;
const leastLead = 1.25;

/** Letters and endings that one of the four languages has above all; each counts as a word of that language. */
const telltales: Readonly<Record<string, RegExp>> = {
  fr: /[œèêëîû]|ique(?!\p{L})|\b[ldn][’'](?=\p{L})/giu,
  es: /ñ|[¿¡]|(?:ci[oó]n|idad)(?!\p{L})/giu,
  pt: /[ãõ]|dade(?!\p{L})/giu,
  en: /\p{L}{3}ing(?!\p{L})/giu,
};

function latinLanguage(text: string): string {
  const weights = new Map<string, number>();
  for (const [lang, pattern] of Object.entries(telltales)) {
    weights.set(lang, text.normalize('NFC').match(pattern)?.length ?? 0);
  }
  let words = 0;
  forEachToken(text, 'de', (surface) => {
    if (/^\d/.test(surface)) return;
    words += 1;
    const langs = functionWords.get(surface) ?? [];
    for (const lang of langs) weights.set(lang, (weights.get(lang) ?? 0) + 1 / langs.length);
  });
  const [best, next] = [...weights].sort((a, b) => b[1] - a[1]);
  if (best === undefined || words < fewestWords) return unknownLanguage;
  const [lang, weight] = best;
  const isClear = weight >= Math.max(0.75, words * leastShare) && weight >= leastLead * (next?.[1] ?? 0);
  return isClear && told.has(lang) ? lang : unknownLanguage;
}

const told: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);
