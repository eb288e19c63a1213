import type { Presented } from '../../policy/present.ts';
import { type Digest, digestOf } from '../../registers/digest.ts';
import type { House } from '../house.ts';
import { inForce } from '../internal/in-force.ts';
import type { Held, Library } from './library.ts';

/** As long as a record is kept as it is presented. */
const digests = new WeakMap<Presented, Digest>();

/** The records of the house as everybody may see them. */
export function houseLibrary(house: House): Library {
  return {
    index: house.index,
    held: async (ids) => new Map((await inForce(house, ids)).map((record) => [record.id, heldOf(record)])),
    ...(house.meanings === undefined ? {} : { meanings: house.meanings }),
  };
}

/** A record as those who rank it see it. */
function heldOf(record: Presented): Held {
  const { id, register, revision, review, values } = record;
  const told = [yearIn(values['asOf']), yearIn(review.confirmed?.at)].filter((year) => year !== undefined);
  return {
    id,
    version: `${id}/${revision}`,
    register: register.name,
    digest: digestOfShown(record),
    confirmation: review.confirmation,
    confirmedBy: confirmedBy(record),
    ...(told.length === 0 ? {} : { toldIn: Math.max(...told) }),
  };
}

/** Made once for each record as it is shown, and kept as long as that is. */
export function digestOfShown(record: Presented): Digest {
  const known = digests.get(record);
  if (known !== undefined) return known;
  const made = digestOf(record.register, record.values);
  digests.set(record, made);
  return made;
}

function confirmedBy({ review: { answers } }: Presented): readonly string[] {
  return Object.entries(answers).flatMap(([country, { state }]) => (state === 'confirmed' ? [country] : []));
}

/** Of a date or an instant, however precise. */
function yearIn(date: unknown): number | undefined {
  return typeof date === 'string' && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : undefined;
}

/** What a record says, in the language in which it says most: so it can be asked with. */
export function wordsOfRecord({ title, summary, body }: Digest): string {
  const byLanguage = Map.groupBy([...title, ...summary, ...body], ({ lang }) => lang);
  const texts = [...byLanguage.values()].map((words) => words.map(({ text }) => text).join('\n'));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
