/** One line of a plain table. */
export type TableRow = readonly (string | number)[];

/** Excel's limit of characters in one cell. */
const longestCell = 32_767;

/** A workbook of one sheet with a header that stays in view; texts stay texts, whatever they begin with. */
export async function writeTable(
  sheet: string,
  header: readonly string[],
  rows: readonly TableRow[],
): Promise<Uint8Array> {
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number'
        ? { value, type: Number }
        : { value: value.slice(0, longestCell), type: String },
    ),
  );
  // Brings some eighty modules, which most commands never need.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([head, ...body], { sheet, stickyRowsCount: 1 }).toBuffer();
}
