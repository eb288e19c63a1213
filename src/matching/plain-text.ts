/** What is read of a text, in characters: some 30,000 words. */
export const longestProblem = 200_000;

/** A text without markup, addresses and mailboxes, and no longer than is read. */
export function plainText(text: string): string {
  const read = text.slice(0, longestProblem).normalize('NFC');
  return left
    .reduce((text, [start, end]) => without(text, start, end), read)
    .replace(/<[/!]?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi, ' ')
    .replace(/\bhttps?:\/\/\S{1,2000}/gi, ' ')
    .replace(/[^\s@]{1,100}@[^\s@]{1,100}\.[a-z]{2,24}/gi, ' ');
}

/** Where begins and ends what is left out with all that stands in it. */
const left = [
  [/<script/gi, /<\/script/gi],
  [/<style/gi, /<\/style/gi],
  // Its end goes, too: it is no tag that is left out afterwards.
  [/<!--/g, /(?<=-->)/g],
] as const;

/** Leaves out what stands between two marks; what never ends is left to the reader of tags. */
function without(text: string, starts: RegExp, ends: RegExp): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = placeOf(text, starts, from);
    const end = start < 0 ? -1 : placeOf(text, ends, start);
    if (end < 0) break;
    kept.push(text.slice(from, start));
    from = end;
  }
  return [...kept, text.slice(from)].join(' ');
}

function placeOf(text: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? -1;
}
