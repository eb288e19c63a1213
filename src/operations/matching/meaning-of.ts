import { RecentlyUsed } from '../../kernel/recently-used.ts';
import type { Problem } from '../../matching/problem.ts';
import { nameShare } from '../../matching/weights.ts';
import type { Held, Library, Meanings } from './library.ts';

/** What is read of a record for its meaning, in characters: its name and how it begins. */
const longestRead = 400;
/** A text shorter than this, in characters, tells its meaning less surely. */
const tellsFrom = 300;
/** Vectors kept: some 500 bytes each. */
const room = 20_000;

const vectorsOf = new WeakMap<Meanings, RecentlyUsed<string, Float32Array>>();

/** How near records are to a problem in meaning, from 0 to 1; undefined where nothing knows meanings. */
export function meaningOf({ meanings }: Library, { words }: Problem): ((record: Held) => number) | undefined {
  if (meanings === undefined) return undefined;
  const asked = vectorOfWords(meanings, words);
  const kept = vectorsOf.get(meanings) ?? new RecentlyUsed<string, Float32Array>(room);
  vectorsOf.set(meanings, kept);
  return (record) => {
    const known = kept.find(record.version);
    const vector = known ?? vectorOfRecord(meanings, record);
    if (known === undefined) kept.keep(record.version, vector);
    return Math.max(0, dot(asked, vector));
  };
}

/**
 * Of the words that tell what is asked, each in its language, of length 1: what a text says besides ("we look for", the
 * name of a country) is near to other texts that ask, not to answers.
 */
function vectorOfWords(meanings: Meanings, words: Problem['words']): Float32Array {
  const sum = new Float32Array(meanings.dimensions);
  for (const [lang, own] of Map.groupBy(words, (word) => word.lang)) {
    const vector = meanings.vectorOf(own.map(({ shown }) => shown).join(' '), lang);
    vector.forEach((part, at) => {
      sum[at] = (sum[at] ?? 0) + own.length * part;
    });
  }
  const length = Math.sqrt(dot(sum, sum)) || 1;
  return sum.map((part) => part / length);
}

/** Of its name and of the text in which it says most, and of the name once more; of length 1, or less where that is short. */
function vectorOfRecord(meanings: Meanings, { digest }: Held): Float32Array {
  const [title] = digest.title;
  const [first, ...rest] = [...digest.summary, ...digest.body, ...digest.title];
  if (title === undefined || first === undefined) return new Float32Array(meanings.dimensions);
  const longest = rest.reduce((long, one) => (one.text.length > long.text.length ? one : long), first);
  const read = (longest === title ? title.text : `${title.text}. ${longest.text}`).slice(0, longestRead);
  const vector = meanings.vectorOf(read, longest.lang);
  const sure = Math.min(1, read.length / tellsFrom);
  const name = meanings.vectorOf(title.text, title.lang);
  return vector.map((part, at) => (1 - nameShare) * part * sure + nameShare * (name[at] ?? 0));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
