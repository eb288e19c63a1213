/** What is read of a text, in characters: some 30,000 words. */
export const longestProblem = 200_000;

/** A text without markup, addresses and mailboxes, and no longer than is read. */
export function plainText(text: string): string {
  const read = text.slice(0, longestProblem).normalize('NFC');
  return withoutElements(withoutElements(read, 'script'), 'style')
    .replace(/<[/!]?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi, ' ')
    .replace(/\bhttps?:\/\/\S{1,2000}/gi, ' ')
    .replace(/[^\s@]{1,100}@[^\s@]{1,100}\.[a-z]{2,24}/gi, ' ');
}

/** Leaves out elements with what stands in them; one that never ends is left to the reader of tags. */
function withoutElements(text: string, name: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, from);
    const end = start < 0 ? -1 : lower.indexOf(`</${name}`, start);
    if (end < 0) break;
    kept.push(text.slice(from, start));
    from = end;
  }
  return [...kept, text.slice(from)].join(' ');
}
