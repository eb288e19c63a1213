import { columnLetters, columnOfName, mostColumns } from './cell-name.ts';
import type { MarkedStyles } from './marked-styles.ts';
import type { Marks, NameMark, RowMark } from './marks.ts';
import { xmlText } from './sheet-part.ts';

const rowPattern = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
const cellPattern = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1c>)/g;

/** One cell of a row as it stands. */
interface OldCell {
  readonly column: number;
  readonly xml: string;
}

/**
 * A sheet with two columns behind its last one, cells at fault filled, and records named. Rows and cells that are not
 * marked stay as they are.
 */
export function markSheet(
  xml: string,
  { rows, cells, names }: Pick<Marks, 'rows' | 'cells' | 'names'>,
  headers: Pick<Marks, 'verdict' | 'reasons'>,
  styles: MarkedStyles | undefined,
): string {
  const marks = new Map(rows.map((row) => [row.row, row]));
  const faults = Map.groupBy(cells, ({ row }) => row);
  const namesOf = Map.groupBy(names, ({ row }) => row);
  const { head, verdict } = columnsFor(xml, rows, headers);
  const format = (tone: RowMark['tone'] | undefined) =>
    styles === undefined || tone === undefined ? 0 : styles.filled(0, styles.fillOf(tone));
  return eachRow(xml, (number, prefix, inner) => {
    const mark = marks.get(number);
    if (mark === undefined && number !== head) return undefined;
    const said = mark === undefined ? [headers.verdict, headers.reasons] : [mark.verdict, mark.reasons];
    const old = withNames(cellsIn(inner), prefix, namesOf.get(number) ?? []);
    const at = new Set((faults.get(number) ?? []).map(({ column }) => column));
    const kept = old
      .filter(({ column }) => column !== verdict && column !== verdict + 1)
      .map((cell) => (at.has(cell.column) ? { ...cell, xml: withFill(cell.xml, styles) } : cell));
    const missing = [...at].filter((column) => !kept.some((cell) => cell.column === column));
    const empty = missing.map((column) => ({
      column,
      xml: `<${prefix}c r="${columnLetters(column)}${number}" s="${styles?.filled(0, 'bad') ?? 0}"/>`,
    }));
    const own = said.map((text, i) => ({
      column: verdict + i,
      xml: textCell(prefix, `${columnLetters(verdict + i)}${number}`, text, format(mark?.tone ?? 'quiet')),
    }));
    return [...kept, ...empty, ...own]
      .sort((a, b) => a.column - b.column)
      .map((cell) => cell.xml)
      .join('');
  });
}

/** The row of the header, and where our columns go: where they stand already from an earlier answer, else behind the last. */
function columnsFor(
  xml: string,
  rows: readonly RowMark[],
  { verdict }: Pick<Marks, 'verdict'>,
): { readonly head: number; readonly verdict: number } {
  const first = Math.min(...rows.map(({ row }) => row));
  let head = 0;
  let last = 0;
  let found = -1;
  eachRow(xml, (number, _, inner) => {
    const cells = cellsIn(inner);
    const end = cells.at(-1)?.column ?? -1;
    if (end > last) last = end;
    if (number < first && cells.length > 1) {
      head = number;
      const own = cells.find((cell) => cell.xml.includes(`>${xmlText(verdict)}<`));
      found = own?.column ?? -1;
    }
    return undefined;
  });
  return { head, verdict: found >= 0 ? found : Math.min(last + 1, mostColumns - 2) };
}

/** Goes through the rows; `change` gives the new inside of a row, or undefined to leave it. */
function eachRow(
  xml: string,
  change: (number: number, prefix: string, inner: string) => string | undefined,
): string {
  let counted = 0;
  return xml.replace(rowPattern, (whole, prefix: string, attributes: string, inner: string | undefined) => {
    const [, named] = /\br="(\d+)"/.exec(attributes) ?? [];
    counted = named === undefined ? counted + 1 : Number(named);
    const changed = change(counted, prefix, inner ?? '');
    if (changed === undefined) return whole;
    // How far the row reaches is only a hint, and would be wrong now.
    return `<${prefix}row${attributes.replace(/\sspans="[^"]*"/, '')}>${changed}</${prefix}row>`;
  });
}

function cellsIn(inner: string): readonly OldCell[] {
  let column = -1;
  return [...inner.matchAll(cellPattern)].map(([xml, , attributes = '']) => {
    const [, name] = /\br="([A-Z]{1,3})\d+"/.exec(attributes) ?? [];
    column = name === undefined ? column + 1 : columnOfName(name);
    return { column, xml };
  });
}

/** The cells of a row with the number of its record, in the formats that they had. */
function withNames(old: readonly OldCell[], prefix: string, names: readonly NameMark[]): readonly OldCell[] {
  const named = names.map(({ row, column, value }): OldCell => {
    const before = old.find((cell) => cell.column === column)?.xml ?? '';
    const format = Number(/^<[^>]*\ss="(\d+)"/.exec(before)?.[1] ?? 0);
    const name = `${columnLetters(column)}${row}`;
    const p = prefix;
    const xml =
      typeof value === 'number'
        ? `<${p}c r="${name}" s="${format}"><${p}v>${value}</${p}v></${p}c>`
        : textCell(p, name, value, format);
    return { column, xml };
  });
  return [...old.filter(({ column }) => !named.some((cell) => cell.column === column)), ...named];
}

function withFill(xml: string, styles: MarkedStyles | undefined): string {
  if (styles === undefined) return xml;
  const [tag = ''] = /^<[^>]*>/.exec(xml) ?? [];
  const [, format] = /\ss="(\d+)"/.exec(tag) ?? [];
  const filled = styles.filled(Number(format ?? 0), 'bad');
  const marked =
    format === undefined ? tag.replace(/c\b/, `c s="${filled}"`) : tag.replace(/\ss="\d+"/, ` s="${filled}"`);
  return marked + xml.slice(tag.length);
}

function textCell(prefix: string, name: string, text: string, format: number): string {
  const p = prefix;
  return `<${p}c r="${name}" s="${format}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${xmlText(text.slice(0, 32_000))}</${p}t></${p}is></${p}c>`;
}
