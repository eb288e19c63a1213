/** Letters that are written one for the other; hamza and madda fall away with the other marks. */
const arabicVariants: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };

/** Letters that Unicode does not take apart, as people write them without the key. */
const unsplit: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
};

/**
 * A name as it is compared: lower case, without accents, punctuation, the French elision (`l’`, `d’`) and the
 * Arabic article, `&` as `and`, `St.` as `saint`. Spaces between words are single; Chinese keeps none.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[ٱىیةک]/g, (letter) => arabicVariants[letter] ?? letter)
    .replace(/[łøđðþıßæ]/g, (letter) => unsplit[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/(?<!\p{L})[ld]['’‘ʼ`´](?=\p{L})/gu, '')
    .replace(/['’‘ʼʻ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=^| )ال(?=\p{L}{2})/gu, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/\bst\b/g, 'saint')
    .trim();
}
