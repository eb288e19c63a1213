import { escapeUnwritable } from '../sheets/unwritable.ts';
import { columnLetters } from './cell-name.ts';
import { DeflatedPart } from './deflated-part.ts';

/** Formats of cells, by their place in `styles.xml`. */
export const styles = { plain: 0, header: 1, text: 2, day: 3, told: 4, hint: 5, title: 6 } as const;
export type StyleName = keyof typeof styles;

export type SheetValue = string | number | boolean;
/** What stands in one cell; undefined: nothing. */
export interface SheetCell {
  readonly value: SheetValue;
  readonly style: StyleName;
}

/** How one column looks and what can be chosen in it. */
export interface SheetColumn {
  readonly width: number;
  readonly hidden?: boolean;
  readonly style: StyleName;
  /** Name of the range with what can be chosen. */
  readonly list?: string;
  /** Said when the pointer rests on the header. */
  readonly note?: string;
}

export interface SheetLook {
  readonly rightToLeft: boolean;
  readonly columns: readonly SheetColumn[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Filter buttons on the header. */
  readonly filters?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One sheet as it is written, row by row. */
export class SheetPart {
  readonly part: DeflatedPart;
  rows = 0;
  readonly #look: SheetLook;
  readonly #letters: readonly string[];

  constructor(name: string, look: SheetLook) {
    this.part = new DeflatedPart(name);
    this.#look = look;
    this.#letters = look.columns.map((_, i) => columnLetters(i));
    this.part.write(headOf(look));
  }

  async row(cells: readonly (SheetCell | undefined)[], height?: number): Promise<void> {
    this.rows += 1;
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    let xml = `<row r="${this.rows}"${high}>`;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i];
      if (cell !== undefined) xml += cellXml(`${this.#letters[i] ?? columnLetters(i)}${this.rows}`, cell);
    }
    if (this.part.write(`${xml}</row>`)) await this.part.flush();
  }

  /** `notes`: the sheet has notes, drawn by its first relation. */
  end(notes: boolean): Promise<DeflatedPart> {
    this.part.write(`</sheetData>${filtersOf(this.#look, this.rows)}${choicesOf(this.#look)}`);
    this.part.write(`${notes ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`);
    return this.part.end();
  }
}

function headOf({ rightToLeft, columns, frozen }: SheetLook): string {
  const direction = rightToLeft ? ' rightToLeft="1"' : '';
  const cols = columns.map(({ width, hidden, style }, i) => {
    const shut = hidden === true ? ' hidden="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styles[style]}" customWidth="1"${shut}/>`;
  });
  return `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetViews><sheetView workbookViewId="0"${direction}>${paneOf(frozen)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>`;
}

function paneOf(frozen: SheetLook['frozen']): string {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const split = columns === 0 ? '' : ` xSplit="${columns}"`;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  return `<pane${split} ySplit="${rows}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
}

function filtersOf({ filters, columns, frozen }: SheetLook, rows: number): string {
  if (filters !== true || rows === 0) return '';
  const last = `${columnLetters(columns.length - 1)}${Math.max(rows, 2)}`;
  return `<autoFilter ref="A${frozen?.rows ?? 1}:${last}"/>`;
}

/** Drop-down lists. What is not in a list is asked about and let in: a code, or a name in another language, is understood too. */
function choicesOf({ columns, frozen }: SheetLook): string {
  const from = (frozen?.rows ?? 1) + 1;
  const all = columns.flatMap(({ list }, i) => {
    if (list === undefined) return [];
    const letters = columnLetters(i);
    return [
      `<dataValidation type="list" errorStyle="information" allowBlank="1" showErrorMessage="1" sqref="${letters}${from}:${letters}1048576"><formula1>${list}</formula1></dataValidation>`,
    ];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function cellXml(name: string, { value, style }: SheetCell): string {
  const look = ` s="${styles[style]}"`;
  if (typeof value === 'number') return `<c r="${name}"${look}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${name}"${look} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${name}"${look} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

const special = /[&<>]/;

/** Text as XML has it; characters that it cannot hold are written as the format has it. */
export function xmlText(text: string): string {
  const safe = escapeUnwritable(text);
  if (!special.test(safe)) return safe;
  return safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
