import type { LangText, ShownText } from '../../kernel/lang-text.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { langAttributes, textPiece } from '../pieces/texts.ts';

/** The text of a field that holds text in languages: a register's title or summary. */
export function langTextOf(record: Presented, field: string): LangText | undefined {
  // A register declares its title and summary as text fields, and values were checked by their schema when they came in.
  return record.values[field] as LangText | undefined;
}

/** The title in the reader's language, else openly in another. */
export function titleOf(t: Translate, record: Presented): ShownText {
  const title = langTextOf(record, record.register.title);
  return title === undefined
    ? { text: t('record.untitled'), lang: t.lang, asked: true }
    : textIn(title, t.lang);
}

/** The title as a piece of a page, marked with its language. */
export function titlePiece(t: Translate, record: Presented): Html {
  const { lang, text } = titleOf(t, record);
  return textPiece(t, lang, text);
}

export function recordAddress(t: Translate, record: Presented): string {
  return pageAddress(t.lang, recordPath(record.register.name, record.id));
}

/** The title as a link to the record; `inner` in its place, where words in it are marked. */
export function titleLink(t: Translate, record: Presented, inner?: Html): Html {
  const { lang, text } = titleOf(t, record);
  return html`<a href="${recordAddress(t, record)}"${langAttributes(t, lang)}>${inner ?? text}</a>`;
}
