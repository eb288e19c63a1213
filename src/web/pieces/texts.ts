import { type LangText, textIn } from '../../kernel/lang-text.ts';
import { directionOf, type LanguageTag, unknownLanguage } from '../../kernel/language-tag.ts';
import type { Marked } from '../../language/highlight.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, type Inside } from '../html.ts';

/** The attributes that text in a language needs on a page in another: none where they are the same. */
export function langAttributes(t: Translate, lang: LanguageTag): Html {
  if (lang === t.lang) return html``;
  const direction = directionOf(lang);
  return lang === unknownLanguage ? html` dir=auto` : html` lang="${lang}" dir=${direction}`;
}

/** "in French", small, where a text is not in the reader's language; nothing where it is, or where nobody knows. */
export function languageMark(t: Translate, lang: LanguageTag): Html {
  if (lang === t.lang || lang === unknownLanguage) return html``;
  return html` <small>(${t('record.inLanguage', { language: languageName(lang, t.lang) })})</small>`;
}

/** A text in the reader's language or in another; which one is said once, by the field that it stands in. */
export function shownText(t: Translate, text: LangText): Html {
  const shown = textIn(text, t.lang);
  return textPiece(t, shown.lang, shown.text);
}

/** The languages in which the texts within a value are shown, the reader's own included; none for a value without texts. */
export function languagesIn(t: Translate, value: unknown): ReadonlySet<LanguageTag> {
  if (typeof value !== 'object' || value === null) return new Set();
  if (isLangText(value)) return new Set([textIn(value, t.lang).lang]);
  return new Set(Object.values(value).flatMap((part) => [...languagesIn(t, part)]));
}

function isLangText(value: object): value is LangText {
  return 'original' in value && 'texts' in value;
}

/** Words that stand in a known language, or nobody knows which (`und`), isolated from the sentence around them. */
export function textPiece(t: Translate, lang: LanguageTag, words: Inside): Html {
  if (lang === t.lang) return html`${words}`;
  return html`<span${langAttributes(t, lang)}>${words}</span>`;
}

/** Text with the words that were looked for marked. */
export function marked(pieces: readonly Marked[]): Html {
  return html`${pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`;
}
