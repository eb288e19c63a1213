import { directionOf, type LanguageTag } from '../../kernel/language-tag.ts';

/** Points onward in the direction in which a language is read: signs of arrows are not mirrored by themselves (UAX 9). */
export function arrow(lang: LanguageTag): string {
  return directionOf(lang) === 'rtl' ? '←' : '→';
}
