import { count } from '../../operations/count.ts';
import type { House } from '../../operations/house.ts';
import type { EmptyHelp } from './empty-result.ts';
import type { Question } from './search-question.ts';

/** Shorter beginnings are those of too many words. */
const shortest = 3;
const mostWords = 6;
const mostAlike = 3;

/** What could be asked instead: the same without filters, each word alone, or with a word of the house that begins alike. */
export async function emptyHelp(house: House, { request: { words } }: Question): Promise<EmptyHelp> {
  const { total } = await count(house, {}, [], words);
  if (total > 0 || words === '') return { withoutFilters: total, nearby: [] };
  const asked = [...new Set(words.split(/\s+/))].slice(0, mostWords);
  const candidates = asked.flatMap((word) => [
    ...(asked.length > 1 ? [word] : []),
    ...alike(house, word).map((other) => words.replace(word, () => other)),
  ]);
  const nearby: { words: string; total: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const found = await count(house, {}, [], candidate);
    if (found.total > 0) nearby.push({ words: candidate, total: found.total });
  }
  return { withoutFilters: 0, nearby: nearby.slice(0, mostWords) };
}

/** Words of the house with the longest beginning in common; none for a word that is there itself. */
function alike(house: House, word: string): readonly string[] {
  for (let length = word.length; length >= shortest; length -= 1) {
    const found = house.index.complete(word.slice(0, length), mostAlike);
    if (found.length > 0) return length === word.length && found.includes(word) ? [] : found;
  }
  return [];
}
