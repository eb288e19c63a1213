import { type LanguageTag, unknownLanguage } from './language-tag.ts';

/**
 * A text in one or more languages. `original` names the language it was written in; every other entry is a
 * translation and is shown as such. Never empty: at least `texts[original]` exists.
 */
export interface LangText {
  readonly original: LanguageTag;
  readonly texts: Readonly<Record<LanguageTag, string>>;
}

/** A text as it is shown: in which language it stands, and whether that is the one asked for. */
export interface ShownText {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly asked: boolean;
}

/** A text in its original language and, by language, what it says in others. */
export function langText(
  original: LanguageTag,
  text: string,
  others: Record<LanguageTag, string> = {},
): LangText {
  return { original, texts: { [original]: text, ...others } };
}

/** Builds a text from languages to words; the first of `preferred` that is present counts as the original. */
export function langTextFrom(
  texts: Readonly<Record<LanguageTag, string>>,
  preferred: readonly LanguageTag[] = ['en'],
): LangText | undefined {
  const kept = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const first = preferred.find((tag) => kept.some(([lang]) => lang === tag)) ?? kept[0]?.[0];
  return first === undefined ? undefined : { original: first, texts: Object.fromEntries(kept) };
}

/** The text in the language asked for, else openly in the original, else in English, else in whatever is there. */
export function textIn(text: LangText, lang: LanguageTag): ShownText {
  const tags = [lang, text.original, 'en', ...Object.keys(text.texts)];
  for (const tag of tags) {
    // Asked by own key: a tag from an address may be named like a member that every object has.
    const found = Object.hasOwn(text.texts, tag) ? text.texts[tag] : undefined;
    if (found !== undefined) return { text: found, lang: tag, asked: tag === lang };
  }
  return { text: '', lang: unknownLanguage, asked: false };
}
