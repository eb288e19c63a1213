/** Cells as one line of CSV (RFC 4180), without its line end. Quotes stand wherever a reader could otherwise go wrong. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
}

function quoted(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
