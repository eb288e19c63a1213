/** Codes each between line feeds, so that one is found by `instr` and not within another. */
export function fenced(codes: readonly string[]): string {
  return codes.length === 0 ? '' : `\n${codes.join('\n')}\n`;
}
