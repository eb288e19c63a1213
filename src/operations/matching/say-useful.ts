import { Fault } from '../../kernel/fault.ts';
import { isRecordId, type RecordId } from '../../kernel/ids.ts';
import { wordsOfText } from '../../language/words-of-text.ts';
import { type House, today } from '../house.ts';
import { inForce } from '../internal/in-force.ts';

/** Words kept with a verdict. */
const mostWords = 12;

/**
 * Keeps that a result was useful or not. Of the words only those are kept that some record has.
 * @returns false where a day has brought too many to be kept.
 * @throws Fault `notFound` for a record that nobody may see, or in a house that keeps none.
 */
export async function sayUseful(
  house: House,
  { record, useful, words }: { readonly record: RecordId; readonly useful: boolean; readonly words: string },
): Promise<boolean> {
  const [seen] = isRecordId(record) ? await inForce(house, [record]) : [];
  if (seen === undefined || house.usefulness === undefined) throw new Fault('notFound', { id: record });
  const known = wordsOfText(words.slice(0, 500), 'und').filter(({ terms }) => house.index.spread(terms) > 0);
  return house.usefulness.keep({
    record,
    useful,
    on: today(house),
    words: known.slice(0, mostWords).map(({ surface }) => surface),
  });
}
