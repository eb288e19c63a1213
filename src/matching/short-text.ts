import { unknownLanguage } from '../kernel/language-tag.ts';
import { wordsOfText } from '../language/words-of-text.ts';
import { fieldWords } from './field-words.ts';
import type { Knowledge } from './problem.ts';

/** From so many letters on, a text that tells no language is in one that we do not have. */
const longEnough = 80;
const latin: readonly string[] = ['en', 'fr', 'es', 'pt'];

interface Around {
  /** Language of the whole text, `und` where it does not tell either. */
  readonly whole: string;
  /** Language of the reader. */
  readonly reader: string;
  readonly knowledge: Pick<Knowledge, 'translations'>;
}

/**
 * The language of a sentence that does not tell: that of the whole text in the same script, then that of its script; of
 * Latin words the language that knows more of them than that of the reader (“pertes d’eau” on an English page), else the
 * reader's; a few Latin words of a reader of another script, known in none, are taken for English.
 */
export function languageOfShort(sentence: string, { whole, reader, knowledge }: Around): string {
  const script = scriptLanguage(sentence);
  if (script !== undefined) return sentence.length > longEnough ? unknownLanguage : script;
  if (latin.includes(whole)) return whole;
  if (sentence.length > longEnough) return unknownLanguage;
  const own = latin.includes(reader) ? reader : 'en';
  return [own, ...latin].reduce((best, lang) =>
    knownIn(lang, sentence, knowledge) > knownIn(best, sentence, knowledge) ? lang : best,
  );
}

/** How many words of a sentence are known in a language, by our list or the dictionary. */
function knownIn(lang: string, sentence: string, { translations }: Around['knowledge']): number {
  const other = lang === 'en' ? 'fr' : 'en';
  return wordsOfText(sentence, lang).filter(
    ({ stem }) =>
      fieldWords(stem, lang, other).length > 0 || (translations?.(stem, lang, other).length ?? 0) > 0,
  ).length;
}

function scriptLanguage(text: string): string | undefined {
  if (/\p{sc=Han}/u.test(text)) return 'zh';
  if (/\p{sc=Arabic}/u.test(text)) return 'ar';
  return /\p{sc=Cyrillic}/u.test(text) ? 'ru' : undefined;
}
