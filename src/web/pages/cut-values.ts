import type { Control } from '../../fields/field.ts';
import { type LangText, langText, textIn } from '../../kernel/lang-text.ts';

/** How much of a value a page shows at first. */
export interface Detail {
  /** Characters of a text. */
  readonly text: number;
  /** Entries of a list. */
  readonly items: number;
}

/** Everything that there is. */
export const everything: Detail = { text: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY };

export interface Cut {
  readonly value: unknown;
  /** Something was left out. */
  readonly cut: boolean;
}

/** A value as far as the detail goes: the beginning of a text (at a word), the first entries of a list. */
export function cutValue({ shape }: Control, value: unknown, lang: string, { text, items }: Detail): Cut {
  if (shape === 'line' || shape === 'prose') {
    // Values of these shapes passed the schema of texts in languages.
    const { text: shown, lang: shownLang } = textIn(value as LangText, lang);
    if (shown.length <= text) return { value, cut: false };
    const start = shown.slice(0, text);
    const whole = start.replace(/\s\S*$/u, '');
    return { value: langText(shownLang, `${whole === '' ? start : whole} …`), cut: true };
  }
  if (Array.isArray(value) && value.length > items) return { value: value.slice(0, items), cut: true };
  return { value, cut: false };
}
