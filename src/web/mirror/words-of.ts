/**
 * Words of a text for the search of a copy: folded, and Chinese, Japanese and Thai cut into pairs of characters. Its
 * source goes into the script of the search page as it stands, so that a browser cuts a question as the copy cut its
 * texts: it may use nothing that is not in it.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');
  const words: string[] = [];
  for (const run of folded.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const piece of run.match(
      /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+/gu,
    ) ?? []) {
      if (!/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(piece)) {
        // Arabic: with or without the article, and what is written together with it.
        words.push(piece.replace(/^(?:[وفبك]?ال|لل)(?=[\u0600-\u06ff]{2})/, '').slice(0, 40));
        continue;
      }
      const characters = [...piece];
      if (characters.length === 1) words.push(piece);
      for (let at = 0; at + 1 < characters.length; at += 1)
        words.push(`${characters[at]}${characters[at + 1]}`);
    }
  }
  return words;
}

/** The file in which a word stands, by its first two characters: beginnings of words are found in one file too. */
export function shardOf(word: string): number {
  let sum = 0;
  for (const character of [...word].slice(0, 2)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 256;
  return sum;
}
