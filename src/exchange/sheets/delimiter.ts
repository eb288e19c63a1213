const candidates = [',', ';', '\t', '|'];

/** The sign between cells: the one that stands most often in the first line, outside quotes; a comma where none does. */
export function delimiterOf(head: string): string {
  const counts = new Map(candidates.map((sign) => [sign, 0]));
  let quoted = false;
  for (const char of head.trimStart()) {
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === '\n' || char === '\r') break;
    const count = counts.get(char);
    if (count !== undefined) counts.set(char, count + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined || best[1] === 0 ? ',' : best[0];
}
