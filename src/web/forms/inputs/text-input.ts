import { interfaceLanguages, type LanguageTag } from '../../../kernel/language-tag.ts';
import { languages } from '../../../vocabulary/languages.ts';
import type { Translate } from '../../../wording/messages.ts';
import { html } from '../../html.ts';
import { idOf, isWrong } from '../block.ts';
import { type Input, itself, type Reading } from '../input.ts';
import { languageLabel } from '../language-options.ts';
import { partOf, type TypedPart, textOf } from '../typed-part.ts';
import { writtenOf } from './line-input.ts';
import { rowsToShow } from './rows.ts';
import { languageWithin, secondText, type Texts, textRow } from './text-row.ts';

/**
 * A text with its language, and rows for further languages. A row is named by the language that it is in (`title.en`);
 * `title.en.lang` says which language it is to be, `title.original` which row was written first.
 */
export function textInput(lines: number): Input {
  return {
    show: (form, at, value) => {
      const texts = textsOf(value);
      const empty = rowsToShow(form, at.name, texts.texts.length === 0 ? 1 : 0);
      const rows = [
        ...texts.texts,
        ...freeTags(form.t, texts)
          .slice(0, empty)
          .map((tag) => [tag, ''] as const),
      ];
      const filled = texts.texts.length;
      const shown = rows.map((row, i) =>
        textRow(form, at, { row, lines, texts, fresh: i >= filled, position: i, rows: rows.length }),
      );
      return html`<div class="f${isWrong(form, at.name) && ' bad'}" id="${idOf(at.name)}" tabindex=-1>${shown}</div>`;
    },
    read: readTexts,
    locate: (t, [member, tag]) => {
      if (member !== 'texts' || tag === undefined) return { ...itself, focus: [t.lang] };
      const twice = secondText.test(tag) ? { says: t('form.languageTwice') } : {};
      return { name: [tag], labels: [languageLabel(t, languageWithin(tag))], ...twice };
    },
  };
}

const tagForm = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*-*$/;

function readTexts(typed: TypedPart, reading: Reading, name: string): unknown {
  const rows = [...typed.parts].filter(([key]) => key !== 'original');
  const texts = new Map<LanguageTag, string>();
  const chosen = textOf(partOf(typed, 'original'));
  let original: LanguageTag | undefined;
  for (const [key, row] of rows) {
    const text = textOf(row);
    if (text === undefined) continue;
    const picked = partOf(row, 'lang').text ?? '';
    // A select sends a tag; anything else comes from no form of ours and names nothing.
    const wanted = tagForm.test(picked) ? picked : key;
    let tag = wanted;
    while (texts.has(tag)) tag = `${tag}-`;
    texts.set(tag, text);
    if (key === chosen) original = tag;
  }
  reading.emptyRows(typed.name, name, rows.length - texts.size, texts.size === 0 ? 1 : 0);
  const [first] = texts.keys();
  if (first === undefined) return undefined;
  return { original: original ?? first, texts: Object.fromEntries(texts) };
}

function textsOf(value: unknown): Texts {
  if (typeof value !== 'object' || value === null || !('texts' in value))
    return { original: undefined, texts: [] };
  const { texts } = value;
  return {
    original: 'original' in value ? writtenOf(value.original) : undefined,
    texts:
      typeof texts === 'object' && texts !== null
        ? Object.entries(texts).map(([tag, text]) => [tag, writtenOf(text)] as const)
        : [],
  };
}

/** Languages for rows that are still empty: the reader's first. */
function freeTags(t: Translate, { texts }: Texts): readonly LanguageTag[] {
  const taken = new Set(texts.map(([tag]) => tag));
  const all: readonly LanguageTag[] = [t.lang, ...interfaceLanguages, ...languages.entries.keys()];
  return [...new Set(all)].filter((tag) => !taken.has(tag));
}
