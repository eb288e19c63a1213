/** The last column and row that a workbook can have (ECMA-376; Excel's limits): XFD and 1,048,576. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;

const letters: string[] = [];

/** `A`, `B` … `XFD` of a column counted from 0. */
export function columnLetters(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  if (column < mostColumns) letters[column] = name;
  return name;
}

/** The column of a cell's name (`AB12`), from 0; -1 where it is no name. */
export function columnOfName(name: string): number {
  let column = 0;
  let i = 0;
  for (; i < name.length; i += 1) {
    const code = name.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return i === 0 || i > 4 ? -1 : column - 1;
}
