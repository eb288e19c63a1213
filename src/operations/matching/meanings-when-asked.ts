import type { Meanings } from './library.ts';

/** Meanings that are opened with the first question: most commands ask none. */
export function meaningsWhenAsked(open: () => Meanings): Meanings {
  let opened: Meanings | undefined;
  const now = (): Meanings => {
    opened ??= open();
    return opened;
  };
  return {
    get dimensions() {
      return now().dimensions;
    },
    vectorOf: (text, language) => now().vectorOf(text, language),
    translations: (stem, from, to) => now().translations(stem, from, to),
  };
}
