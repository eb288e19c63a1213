import { count } from '../../operations/count.ts';
import type { House } from '../../operations/house.ts';
import type { EmptyHelp } from './empty-result.ts';
import type { Question } from './search-question.ts';

/** Words with fewer letters are not looked up: everything begins like them. */
const shortest = 4;
const mostSpellings = 5;

/** What could be asked instead: without the filters, or with a word of the house that begins alike. */
export async function emptyHelp(house: House, { request: { words } }: Question): Promise<EmptyHelp> {
  const { total } = await count(house, {}, [], words);
  return { withoutFilters: total, spellings: total > 0 ? [] : spellings(house, words) };
}

function spellings(house: House, words: string): EmptyHelp['spellings'] {
  const asked = words.split(/\s+/).filter((word) => word.length >= shortest);
  return asked
    .flatMap((word) => {
      for (let length = word.length - 1; length >= shortest - 1; length -= 1) {
        const alike = house.index
          .complete(word.slice(0, length), mostSpellings)
          .filter((one) => one.length >= shortest - 1);
        if (alike.length > 0) return alike.map((one) => ({ word: one, words: words.replace(word, one) }));
      }
      return [];
    })
    .slice(0, mostSpellings);
}
