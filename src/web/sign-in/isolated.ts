/** What a person typed keeps its own direction within a sentence of another (Unicode UAX 9, first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
