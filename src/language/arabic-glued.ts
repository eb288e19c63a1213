import { stemArabic } from './internal/arabic-stem.ts';

/** Conjunctions and prepositions of one letter that are written together with the word after them, and the two pairs in use. */
const glued = /^(?:[وف]?[بكل]|[وف])(?=...)/;

/**
 * The stem of a folded Arabic word without what may be glued before it (وقروض: and loans, لريادة: for entrepreneurship);
 * undefined where nothing can be. Only a word list can tell whether it is: وزارة (ministry) begins so, too.
 */
export function stemWithoutGlued(surface: string): string | undefined {
  const rest = surface.replace(glued, '');
  return rest === surface ? undefined : stemArabic(rest);
}
