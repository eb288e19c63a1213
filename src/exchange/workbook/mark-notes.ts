import { posix } from 'node:path';
import { relationsXml } from './book-parts.ts';
import { columnLetters } from './cell-name.ts';
import type { CellMark } from './marks.ts';
import { commentsXml, commentXml, drawingXml, shapeXml } from './notes-parts.ts';
import { type Book, relations, relationsOf } from './open-book.ts';

interface Changing {
  readonly book: Book;
  /** Parts that are changed or new. */
  readonly texts: Map<string, string>;
  textOf(part: string): string;
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Notes on cells of a sheet, beside those that it has. A cell that has a note of somebody keeps that one. */
export function addNotes(changing: Changing, sheet: string, cells: readonly CellMark[]): void {
  if (cells.length === 0) return;
  const { book, textOf } = changing;
  const related = relations(book.parts, relationsOf(sheet), book.limits);
  const comments = related.find(({ type }) => type === 'comments')?.target;
  const drawing = related.find(({ type }) => type === 'vmlDrawing')?.target;
  const old = comments === undefined ? '' : textOf(comments);
  const byCell = Map.groupBy(cells, ({ column, row }) => `${columnLetters(column)}${row}`);
  const notes = [...byCell]
    .filter(([name]) => !old.includes(`ref="${name}"`))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined ? [] : [{ ...first, text: [first, ...rest].map(({ text }) => text).join('\n') }],
    );
  if (notes.length === 0) return;
  if (comments !== undefined && drawing !== undefined && book.parts.has(drawing)) {
    const written = notes.map((note) => commentXml(note, 0)).join('');
    const close = /<\/(?:\w+:)?commentList>/;
    if (!close.test(old)) return;
    changing.texts.set(
      comments,
      old.replace(close, (end) => `${written}${end}`),
    );
    const shapes = notes.map((note, i) => shapeXml(note, 5_000 + i)).join('');
    changing.texts.set(drawing, textOf(drawing).replace(/<\/xml>\s*$/, `${shapes}</xml>`));
  } else if (comments === undefined && drawing === undefined) {
    addParts(changing, sheet, notes);
  }
}

/** The first notes of a sheet: their text, their boxes, and all that leads to them. */
function addParts(changing: Changing, sheet: string, notes: readonly CellMark[]): void {
  const { book, texts, textOf } = changing;
  const name = posix.basename(sheet, '.xml').replace(/\W/g, '');
  const comments = `xl/southbridge-${name}-notes.xml`;
  const drawing = `xl/drawings/southbridge-${name}.vml`;
  texts.set(comments, commentsXml(notes));
  texts.set(drawing, drawingXml(notes));
  const list = relationsOf(sheet);
  const added = [
    ['sbNotes', 'comments', `/${comments}`],
    ['sbBoxes', 'vmlDrawing', `/${drawing}`],
  ] as const;
  if (book.parts.has(list)) {
    const lines = added.map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
    );
    texts.set(list, textOf(list).replace(/<\/Relationships>/, `${lines.join('')}</Relationships>`));
  } else texts.set(list, relationsXml(added));
  texts.set(sheet, withDrawing(textOf(sheet)));
  const kinds = '[Content_Types].xml';
  const vml =
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const override = `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  const known = textOf(kinds);
  const more = `${/Extension="vml"/i.test(known) ? '' : vml}${override}`;
  texts.set(kinds, known.replace(/<\/Types>/, `${more}</Types>`));
}

/** The line that leads to the boxes stands before these, where a sheet has any of them. */
const followers = 'legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst';

function withDrawing(xml: string): string {
  const [, prefix = ''] = /<((?:\w+:)?)worksheet\b/.exec(xml) ?? [];
  const line = `<${prefix}legacyDrawing xmlns:sb="${types}" sb:id="sbBoxes"/>`;
  const next = new RegExp(`<(?:\\w+:)?(?:${followers})\\b(?![\\s\\S]*</(?:\\w+:)?sheetData>)`).exec(xml);
  const end = next?.index ?? xml.lastIndexOf(`</${prefix}worksheet>`);
  return end < 0 ? xml : `${xml.slice(0, end)}${line}${xml.slice(end)}`;
}
