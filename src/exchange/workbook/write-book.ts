import { Fault } from '../../kernel/fault.ts';
import type { Presented } from '../../policy/present.ts';
import type { Register } from '../../registers/register.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { type SheetWords, technicalWords } from '../tables/sheet-words.ts';
import {
  contentTypes,
  type ListedSheet,
  packageRelations,
  relationsXml,
  stylesXml,
  workbookRelations,
  workbookXml,
} from './book-parts.ts';
import { ChoiceLists } from './choice-lists.ts';
import { type DeflatedPart, partOf } from './deflated-part.ts';
import { MoreSheet } from './more-sheet.ts';
import { commentsXml, drawingXml } from './notes-parts.ts';
import { stampSheet } from './own-tables.ts';
import { readMeSheet } from './read-me-sheet.ts';
import { RegisterSheets } from './register-sheets.ts';
import { SheetNames } from './sheet-names.ts';
import { SheetPart } from './sheet-part.ts';
import type { TableSheet } from './table-sheet.ts';
import { zipFile } from './zip-file.ts';

/** Past this, CSV and JSON Lines are the formats to take: no office reads so many rows. */
const mostRecords = 100_000;
/** Records of a register that are looked at to decide in which languages its texts have columns. */
const looked = 2_000;

export interface BookOptions {
  /** The web address at which a record is shown. */
  address(record: Presented): string;
  readonly words?: SheetWords;
  /** The node that the workbook comes from and goes back to. */
  readonly node?: string;
  /** The day on which it is written, `YYYY-MM-DD`. */
  readonly today: string;
  /** A row of HXL hashtags under each header. */
  readonly hashtags?: boolean;
  /** Registers that get their sheets although no record is of them: a template. */
  readonly registers?: readonly Register[];
}

/**
 * An Excel workbook: one sheet a register and one for each of its lists of entries, drop-down lists, notes on columns, a
 * sheet that says how to work with it, and a hidden one that says where it comes from. Every text is typed as text, so
 * that nothing is taken for a formula. Rows are packed as they come: memory does not grow with the records.
 * @throws Fault `fileTooLarge` past 100,000 records.
 */
export async function* writeBook(
  records: AsyncIterable<Presented>,
  options: BookOptions,
): AsyncGenerator<Uint8Array> {
  const { words = technicalWords, node = '', today } = options;
  const names = new SheetNames();
  const readMe = names.take(words.say('readMe'));
  const more = new MoreSheet(names.take(words.say('more')), words);
  const lists = new ChoiceLists(words);
  const sheets = new Map<string, RegisterSheets>();
  const many = (options.registers?.length ?? 0) !== 1;
  const sheetsOf = (register: Register): RegisterSheets => {
    const known = sheets.get(register.name);
    if (known !== undefined) return known;
    const made = new RegisterSheets(register, { ...options, words, names, more, lists, looked, many });
    sheets.set(register.name, made);
    return made;
  };
  for (const register of options.registers ?? []) sheetsOf(register);
  let count = 0;
  for await (const record of records) {
    count += 1;
    if (count > mostRecords)
      throw new Fault('tooManyEntries', { file: 'XLSX', limit: mostRecords, right: 'CSV, JSON Lines' });
    await sheetsOf(record.register).take(record);
  }
  const tables: TableSheet[] = [];
  for (const one of sheets.values()) tables.push(...(await one.end()));
  const reserved = words.footnotes((country) => countryName(country, words.lang));
  const how = await readMeSheet(words, [...words.howTo({ node, day: today }), ...reserved]);
  const note = [
    ['southbridge', '1'],
    ['node', node],
    ['lang', words.lang],
    ['readMe', readMe],
    ['more', more.name],
    ...tables.map(({ key, name }) => ['sheet', key, name]),
  ];
  const finished: Finished[] = [...tables, { name: readMe, hidden: false, part: how, notes: [] }];
  if (more.rows > 0) finished.push({ name: more.name, hidden: false, part: await more.end(), notes: [] });
  finished.push({ name: stampSheet, hidden: true, part: await stampPart(note, lists), notes: [] });
  yield* bookOf(finished, lists);
}

async function stampPart(note: readonly (readonly string[])[], lists: ChoiceLists): Promise<DeflatedPart> {
  const sheet = new SheetPart('', { rightToLeft: false, columns: [] });
  for (const row of lists.rows(note))
    await sheet.row(row.map((value) => (value === undefined ? undefined : { value, style: 'plain' })));
  return sheet.end(false);
}

type Finished = Pick<TableSheet, 'name' | 'part' | 'notes'> & { readonly hidden: boolean };

async function* bookOf(sheets: readonly Finished[], lists: ChoiceLists): AsyncGenerator<Uint8Array> {
  const listed: ListedSheet[] = sheets.map(({ name, hidden, notes }) => ({
    name,
    hidden,
    notes: notes.length > 0,
  }));
  const parts = [
    await partOf('[Content_Types].xml', contentTypes(listed)),
    await partOf('_rels/.rels', packageRelations),
    await partOf('xl/workbook.xml', workbookXml(listed, lists.ranges())),
    await partOf('xl/_rels/workbook.xml.rels', workbookRelations(listed)),
    await partOf('xl/styles.xml', stylesXml),
  ];
  for (const [i, { part, notes }] of sheets.entries()) {
    const n = i + 1;
    parts.push(Object.assign(part, { name: `xl/worksheets/sheet${n}.xml` }));
    if (notes.length === 0) continue;
    const drawing = ['rId1', 'vmlDrawing', `../drawings/vmlDrawing${n}.vml`] as const;
    const comments = ['rId2', 'comments', `../comments${n}.xml`] as const;
    parts.push(
      await partOf(`xl/worksheets/_rels/sheet${n}.xml.rels`, relationsXml([drawing, comments])),
      await partOf(`xl/comments${n}.xml`, commentsXml(notes)),
      await partOf(`xl/drawings/vmlDrawing${n}.vml`, drawingXml(notes)),
    );
  }
  yield* zipFile(parts);
}
