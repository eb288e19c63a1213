import type { LangText } from '../../../kernel/lang-text.ts';
import { type LanguageTag, unknownLanguage } from '../../../kernel/language-tag.ts';
import { attribute, type Element } from '../../xml/element.ts';
import type { Reading } from './reading.ts';

/** Longest texts that fields take, in characters: a line (a title, a name), and paragraphs. */
export const longestLine = 1_000;
export const longestProse = 100_000;

/**
 * The narratives of an element as one text. The first that says something counts as the original; a second one in
 * the same language is added on a new line. An element without narratives but with text of its own (not as the standard has it) gives that.
 * Longer texts than `limit` are cut, with a finding `textCut`.
 * @returns undefined where every narrative is blank.
 */
export function readText(
  element: Element | undefined,
  reading: Reading,
  meaning: string,
  limit: number = longestLine,
): LangText | undefined {
  if (element === undefined) return undefined;
  const texts: Record<LanguageTag, string> = {};
  let original: LanguageTag | undefined;
  const said = element.children.filter(({ name }) => name === 'narrative');
  for (const narrative of said.length > 0 ? said : [element]) {
    const text = narrative.text.trim();
    if (text === '') continue;
    const lang = languageTag(attribute(narrative, 'xml:lang')) ?? reading.language;
    original ??= lang;
    const before = texts[lang];
    if (before === undefined) texts[lang] = text;
    else if (!before.split('\n').includes(text)) texts[lang] = `${before}\n${text}`;
  }
  if (original === undefined) return undefined;
  for (const [lang, text] of Object.entries(texts)) {
    if (text.length <= limit) continue;
    texts[lang] = `${text.slice(0, limit - 1).trimEnd()}…`;
    reading.found('warning', 'textCut', meaning, { element }, { limit });
  }
  return { original, texts };
}

/** Text that is the same in every language: of the element itself, or of its first narrative. */
export function plainText(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  const said =
    element.children.find(({ name, text }) => name === 'narrative' && text.trim() !== '') ?? element;
  return said.text.trim() || undefined;
}

const tagForm = /^([a-z]{2,3})((?:-[a-z0-9]{2,8})*)$/i;

/** A language as our texts name it (`EN` → `en`, `pt_BR` → `pt-BR`); undefined for what is no tag. */
export function languageTag(text: string | undefined): LanguageTag | undefined {
  const match = tagForm.exec(text?.trim().replaceAll('_', '-') ?? '');
  if (match === null) return undefined;
  const [, primary = unknownLanguage, rest = ''] = match;
  return primary.toLowerCase() + rest;
}
