import type { FileChild } from 'docx';
import type { Block, Document, Line, Picture, Run, Table } from '../document.ts';
import { type Around, docxLine } from './docx-runs.ts';
import type { Docx } from './docx-styles.ts';
import { png } from './drawn.ts';

/** In twentieths of a point, between the margins of a page. */
const pageWidth = 9_640;

/** The blocks of a document, in order. */
export function docxBlocks(docx: Docx, { blocks, lang }: Document, rtl: boolean): FileChild[] {
  return blocks.flatMap((block) => docxBlock(docx, block, { lang, rtl }));
}

function docxBlock(docx: Docx, block: Block, around: Around): FileChild[] {
  const paragraph = (line: Line, style?: string, numbered?: true) =>
    new docx.Paragraph({
      ...(style === undefined ? {} : { style }),
      ...(numbered === true ? { bullet: { level: 0 } } : {}),
      bidirectional: around.rtl,
      children: docxLine(docx, line, around),
    });
  switch (block.kind) {
    case 'heading':
      return [
        new docx.Paragraph({
          heading: block.level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
          pageBreakBefore: block.pageBreak === true,
          bidirectional: around.rtl,
          children: docxLine(docx, [{ text: block.text }], around),
        }),
      ];
    case 'measure': {
      const title = paragraph(
        [{ text: `${block.number} ` }, block.title, { text: ' · ' }, ...block.state],
        'Heading2',
      );
      return [title];
    }
    case 'paragraph':
      return [paragraph(block.line, block.quiet === true ? 'Quiet' : undefined)];
    case 'list':
      return block.items.map((line) => paragraph(line, undefined, true));
    case 'figures':
      return [figures(docx, block.items, around)];
    case 'picture':
      return picture(docx, block, around);
    case 'table':
      return [paragraph([{ text: block.caption }], 'Caption'), table(docx, block, around)];
  }
}

function picture(docx: Docx, { svg, width, height, caption, alt }: Picture, around: Around): FileChild[] {
  const shown = 620;
  const image = new docx.ImageRun({
    type: 'png',
    data: png(svg, shown * 2),
    transformation: { width: shown, height: Math.round((shown * height) / width) },
    altText: { title: caption, name: caption, description: alt },
  });
  return [
    new docx.Paragraph({ children: [image] }),
    new docx.Paragraph({
      style: 'Caption',
      bidirectional: around.rtl,
      children: docxLine(docx, [{ text: caption }], around),
    }),
  ];
}

function figures(docx: Docx, items: Extract<Block, { kind: 'figures' }>['items'], around: Around): FileChild {
  const across = Math.min(4, items.length);
  const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, at) =>
    items.slice(at * across, (at + 1) * across),
  );
  const width = Math.floor(pageWidth / across);
  return new docx.Table({
    width: { size: pageWidth, type: docx.WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => width),
    visuallyRightToLeft: around.rtl,
    borders: lines(docx),
    rows: rows.map(
      (row) =>
        new docx.TableRow({
          children: Array.from({ length: across }, (_, at) => {
            const item = row[at];
            const said = (text: string, style: string) =>
              new docx.Paragraph({
                style,
                bidirectional: around.rtl,
                children: docxLine(docx, [{ text }], around),
              });
            return new docx.TableCell({
              width: { size: width, type: docx.WidthType.DXA },
              shading: { fill: 'F4F5FB' },
              children: [said(item?.value ?? '', 'Figure'), said(item?.label ?? '', 'Quiet')],
            });
          }),
        }),
    ),
  });
}

function table(docx: Docx, { head, rows, widths, numeric }: Table, around: Around): FileChild {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((pageWidth * width) / all));
  const cell = (line: Line, at: number, header: boolean) =>
    new docx.TableCell({
      width: { size: columns[at] ?? 0, type: docx.WidthType.DXA },
      ...(header ? { shading: { fill: 'E6E8F6' } } : {}),
      children: [
        new docx.Paragraph({
          style: 'Cell',
          bidirectional: around.rtl,
          alignment: numeric.includes(at) ? docx.AlignmentType.END : docx.AlignmentType.START,
          children: docxLine(docx, line, around),
        }),
      ],
    });
  const header = head.map((line, at) => cell(line.map(bold), at, true));
  return new docx.Table({
    width: { size: pageWidth, type: docx.WidthType.DXA },
    columnWidths: columns,
    visuallyRightToLeft: around.rtl,
    borders: lines(docx),
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...rows.map((row) => new docx.TableRow({ children: row.map((line, at) => cell(line, at, false)) })),
    ],
  });
}

function bold(run: Run): Run {
  return { ...run, strong: true };
}

/** Thin lines between rows, none between columns. */
function lines(docx: Docx) {
  const thin = { style: docx.BorderStyle.SINGLE, size: 4, color: 'CFD2E6' };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none };
}
