/** A label without case, accents, spaces and signs: under which a column is known again when somebody has typed it anew. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
