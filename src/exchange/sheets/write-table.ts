import {
  contentTypes,
  packageRelations,
  stylesXml,
  workbookRelations,
  workbookXml,
} from '../workbook/book-parts.ts';
import { partOf } from '../workbook/deflated-part.ts';
import { SheetNames } from '../workbook/sheet-names.ts';
import { SheetPart } from '../workbook/sheet-part.ts';
import { zipFile } from '../workbook/zip-file.ts';

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
  const part = new SheetPart('xl/worksheets/sheet1.xml', {
    rightToLeft: false,
    columns: header.map(() => ({ width: 22, style: 'text' })),
    frozen: { rows: 1, columns: 0 },
  });
  await part.row(header.map((value) => ({ value, style: 'header' })));
  for (const row of rows) {
    await part.row(
      row.map((value) => ({
        value: typeof value === 'number' ? value : value.slice(0, longestCell),
        style: typeof value === 'number' ? 'plain' : 'text',
      })),
    );
  }
  const listed = [{ name: new SheetNames().take(sheet), hidden: false, notes: false }];
  const parts = [
    await partOf('[Content_Types].xml', contentTypes(listed)),
    await partOf('_rels/.rels', packageRelations),
    await partOf('xl/workbook.xml', workbookXml(listed, new Map())),
    await partOf('xl/_rels/workbook.xml.rels', workbookRelations(listed)),
    await partOf('xl/styles.xml', stylesXml),
    await part.end(false),
  ];
  return Buffer.concat([...zipFile(parts)]);
}
