import { xmlAttribute, xmlHead, xmlText } from './sheet-part.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook lists it; its part is `xl/worksheets/sheet<n>.xml`, n from 1 in this order. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly notes: boolean;
}

export function contentTypes(sheets: readonly ListedSheet[]): string {
  const parts = sheets.flatMap(({ notes }, i) => [
    `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
    ...(notes
      ? [`<Override PartName="/xl/comments${i + 1}.xml" ContentType="${spreadsheet}.comments+xml"/>`]
      : []),
  ]);
  return `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${parts.join('')}</Types>`;
}

export const packageRelations = relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]);

export function relationsXml(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${xmlAttribute(target)}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

export function workbookXml(sheets: readonly ListedSheet[], ranges: ReadonlyMap<string, string>): string {
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const named = [...ranges].map(
    ([name, range]) => `<definedName name="${name}">${xmlText(range)}</definedName>`,
  );
  const names = named.length === 0 ? '' : `<definedNames>${named.join('')}</definedNames>`;
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${names}</workbook>`;
}

export function workbookRelations(sheets: readonly ListedSheet[]): string {
  return relationsXml([
    ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
  ]);
}

const top = '<alignment vertical="top" wrapText="1"/>';

/** Formats in the order of `styles` in `sheet-part.ts`: plain, header, text, day, told, hint, title. */
export const stylesXml = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="5"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF5F6B6D"/><name val="Calibri"/></font><font><i/><sz val="10"/><color rgb="FF5F6B6D"/><name val="Calibri"/></font><font><b/><sz val="15"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E5F"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F4F4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf applyAlignment="1"><alignment vertical="top"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${top}</xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf><xf numFmtId="49" fontId="2" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="3" applyNumberFormat="1" applyFont="1" applyAlignment="1">${top}</xf><xf fontId="4" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
