import { endOfLetters, kindIn, kinds, widthIn } from './character-kinds.ts';

/** Longer words (encoded files, hostile input) count by their first 64 units only. */
const longestWord = 64;

/** Words that lose their vowel before an apostrophe in French, Italian, Catalan and Portuguese. */
const elided: ReadonlySet<string> = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu un dell all dall nell sull quest'.split(' '),
);
const longestElided = 7;

const smallS = 's'.charCodeAt(0);
const largeS = 'S'.charCodeAt(0);

/** Finds the word that begins at `from`, tells `use`, and returns where it ends. */
export function scanWord(
  units: Uint16Array,
  from: number,
  use: (start: number, end: number) => void,
): number {
  let start = from;
  let i = from;
  for (;;) {
    const kind = kindIn(units, i);
    if (kind === kinds.letter || kind === kinds.mark) {
      i = endOfLetters(units, i + widthIn(units, i));
      continue;
    }
    if (kind !== kinds.apostrophe || kindIn(units, i + 1) !== kinds.letter) break;
    if (isPossessive(units, i)) {
      use(start, cutAt(units, start, i));
      return i + 2;
    }
    if (isElided(units, start, i)) start = i + 1;
    i += 1;
  }
  use(start, cutAt(units, start, i));
  return i;
}

function isElided(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > longestElided) return false;
  return elided.has(String.fromCharCode(...units.subarray(start, end)).toLowerCase());
}

function isPossessive(units: Uint16Array, apostrophe: number): boolean {
  const letter = units[apostrophe + 1];
  if (letter !== smallS && letter !== largeS) return false;
  const after = kindIn(units, apostrophe + 2);
  return after !== kinds.letter && after !== kinds.mark && after !== kinds.apostrophe;
}

function cutAt(units: Uint16Array, start: number, end: number): number {
  if (end - start <= longestWord) return end;
  const cut = start + longestWord;
  return widthIn(units, cut - 1) === 2 ? cut - 1 : cut;
}
