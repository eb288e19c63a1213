import { type ShownText, textIn } from '../../../kernel/lang-text.ts';
import { directionOf, type InterfaceLanguage, unknownLanguage } from '../../../kernel/language-tag.ts';
import type { Words } from '../frame.ts';

/** Characters of a title that a letter shows; records carry longer ones. */
const longestTitle = 160;

/**
 * Words from outside as one line: a break would let a title write lines of its own into the letter, an invisible
 * direction sign would let it turn the words after it.
 */
export function oneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, (gap) => (gap === '\u00a0' ? gap : ' '))
    .trim();
}

/**
 * A title in the reader's language where it has one, cut where it is too long. An address in it loses the signs by which
 * mail programs know one: what a record is called never becomes a link.
 */
export function shown(words: Words, lang: InterfaceLanguage): ShownText {
  const found =
    typeof words === 'string' ? { text: words, lang: unknownLanguage, asked: false } : textIn(words, lang);
  const plain = oneLine(found.text)
    .replace(/:[/\\]{2,}/g, ':')
    .replace(/www\./gi, 'www ');
  const signs = Array.from(plain === '' ? '…' : plain);
  const text = signs.length > longestTitle ? `${signs.slice(0, longestTitle - 1).join('')}…` : signs.join('');
  return { ...found, text };
}

/** A name to stand within a sentence: where it runs the other way, signs around it keep the sentence in order. */
export function named(words: Words, lang: InterfaceLanguage): string {
  const { text } = shown(words, lang);
  const otherWay = directionOf(lang) === 'rtl' ? /\p{Script=Latin}|\p{Script=Cyrillic}/u : /[\u0590-\u08ff]/;
  return otherWay.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * An address as it stands in a letter: without spaces or signs that would end it.
 * @throws TypeError for what is no address of the web: a letter never leads anywhere else.
 */
export function webAddress(address: string): string {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError(`not of the web: ${address}`);
  return url.href;
}
