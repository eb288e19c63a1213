import type { InputLimits } from '../limits.ts';
import { readWholePart } from './xml-parts.ts';

/** How precisely a number format shows a date; undefined for formats of plain numbers and of times. */
export type ShownDate = 'year' | 'month' | 'day' | undefined;

/** Formats that stand in no file because every program knows them (ECMA-376, 18.8.30), with those of East Asian programs. */
const builtIn: Readonly<Record<number, ShownDate>> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  22: 'day',
  27: 'day',
  28: 'day',
  29: 'day',
  30: 'day',
  31: 'day',
  36: 'day',
  50: 'day',
  51: 'day',
  52: 'month',
  53: 'day',
  54: 'day',
  55: 'month',
  56: 'day',
  57: 'day',
  58: 'day',
};

/** For each cell format of a workbook, what its numbers show. @throws as `readWholePart`. */
export function readFormats(styles: Buffer, part: string, limits: InputLimits): readonly ShownDate[] {
  const own = new Map<number, ShownDate>();
  const formats: ShownDate[] = [];
  let inCellFormats = false;
  readWholePart(
    styles,
    part,
    {
      open: (name, attribute) => {
        if (name === 'numFmt') own.set(Number(attribute('numFmtId')), shownBy(attribute('formatCode') ?? ''));
        if (name === 'cellXfs') inCellFormats = true;
        if (name !== 'xf' || !inCellFormats) return;
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(own.has(id) ? own.get(id) : builtIn[id]);
      },
      text: () => {},
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false;
      },
    },
    limits,
  );
  return formats;
}

/** What a format code of one's own shows: `yyyy-mm-dd` a day, `mmm yy` a month, `hh:mm` no date. */
function shownBy(code: string): ShownDate {
  const plain = code
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';', 1)[0]
    ?.toLowerCase();
  if (plain === undefined || /general|[#?]|0(?![^y]*y)/.test(plain)) return undefined;
  const hasYear = /[ye]/.test(plain);
  if (/d/.test(plain)) return 'day';
  if (!hasYear) return undefined;
  return /m/.test(plain) ? 'month' : 'year';
}
