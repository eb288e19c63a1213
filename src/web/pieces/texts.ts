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

/** A text in the reader's language, or openly in another. */
export function shownText(t: Translate, text: LangText, options: { readonly mark?: boolean } = {}): Html {
  const shown = textIn(text, t.lang);
  return textPiece(t, shown.lang, shown.text, options.mark ?? true);
}

/** Words that stand in a known language, or nobody knows which (`und`), isolated from the sentence around them. */
export function textPiece(t: Translate, lang: LanguageTag, words: Inside, mark = false): Html {
  if (lang === t.lang) return html`${words}`;
  return html`<span${langAttributes(t, lang)}>${words}</span>${mark && languageMark(t, lang)}`;
}

/** Text with the words that were looked for marked. */
export function marked(pieces: readonly Marked[]): Html {
  return html`${pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`;
}
