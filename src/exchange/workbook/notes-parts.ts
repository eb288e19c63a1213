import { columnLetters } from './cell-name.ts';
import { xmlHead, xmlText } from './sheet-part.ts';

/** A note on a cell. */
export interface CellNote {
  /** From 0. */
  readonly column: number;
  /** From 1. */
  readonly row: number;
  readonly text: string;
}

const author = 'Southbridge';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The notes of a sheet, as text. */
export function commentsXml(notes: readonly CellNote[]): string {
  return `${xmlHead}<comments xmlns="${main}"><authors><author>${author}</author></authors><commentList>${notes.map((note) => commentXml(note, 0)).join('')}</commentList></comments>`;
}

export function commentXml({ column, row, text }: CellNote, by: number): string {
  return `<comment ref="${columnLetters(column)}${row}" authorId="${by}"><text><t xml:space="preserve">${xmlText(text)}</t></text></comment>`;
}

/** The boxes in which the notes of a sheet are shown: without them Excel takes the file for damaged. */
export function drawingXml(notes: readonly CellNote[]): string {
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes.map((note, i) => shapeXml(note, 1025 + i)).join('')}</xml>`;
}

export function shapeXml({ column, row, text }: CellNote, id: number): string {
  const lines = Math.min(12, 2 + Math.ceil(text.length / 34));
  const anchor = [column + 1, 12, row - 1, 2, column + 4, 12, row - 1 + lines, 4].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto"><v:fill color2="#fffbe6"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
