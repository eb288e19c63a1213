/** Width of a character in ems, near enough to break lines by: letters of the Latin alphabet, Cyrillic, Arabic, Chinese. */
function widthOf(character: string): number {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uffef]/u.test(character))
    return 1;
  if (/\p{Script=Arabic}/u.test(character)) return 0.52;
  if (/\p{M}/u.test(character)) return 0;
  if (/[\p{Lu}\p{N}]|[mwMWшщжюыф]/u.test(character)) return 0.68;
  return /[\s.,:;'’|ilI()[\]-]/u.test(character) ? 0.32 : 0.58;
}

/** About how wide a text is, in ems of the bold face. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems;
}

/**
 * A text in at most `most` lines of at most `ems`, broken where its language breaks words (Chinese between words too);
 * what is left over ends in an ellipsis.
 */
export function brokenIntoLines(text: string, lang: string, ems: number, most: number): readonly string[] {
  const pieces = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.trim())].map(
    ({ segment }) => segment,
  );
  const lines: string[] = [];
  let line = '';
  for (const [at, piece] of pieces.entries()) {
    if (line !== '' && emsOf(line + piece.trimEnd()) > ems && !/^[\p{P}\s]/u.test(piece)) {
      if (lines.length === most - 1)
        return [...lines, `${shortened([line, ...pieces.slice(at)].join(''), ems)}…`];
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  const last = line.trim();
  if (emsOf(last) > ems) return [...lines, `${shortened(last, ems)}…`];
  return last === '' ? lines : [...lines, last];
}

/** As much of the beginning as fits beside an ellipsis. */
function shortened(text: string, ems: number): string {
  let kept = '';
  for (const character of text) {
    if (emsOf(kept + character) > ems - 1) break;
    kept += character;
  }
  return kept.trimEnd();
}
