import type { LangText } from '../../../kernel/lang-text.ts';
import type { Element } from '../../xml/element.ts';
import { made } from '../../xml/write-xml.ts';

/** A text as narratives, each with its language, the original first: whoever reads takes the first for it. */
export function narrativesOf(text: LangText): readonly Element[] {
  const languages = [text.original, ...Object.keys(text.texts).filter((lang) => lang !== text.original)];
  return languages.map((lang) => made('narrative', { 'xml:lang': lang }, text.texts[lang] ?? ''));
}

/** An element that holds nothing but a text. */
export function textElement(
  name: string,
  text: LangText,
  attributes: Readonly<Record<string, string | undefined>> = {},
): Element {
  return made(name, attributes, narrativesOf(text));
}
