import { createRequire } from 'node:module';
import { footnoteMark } from '../../kernel/footnote-mark.ts';
import type { Document } from './document.ts';
import { docxBlocks } from './internal/docx-blocks.ts';
import { docxLine } from './internal/docx-runs.ts';
import { type Docx, docxStyles } from './internal/docx-styles.ts';
import { png, watermarkSvg } from './internal/drawn.ts';

const load = createRequire(import.meta.url);

/**
 * The document as Office Open XML (ECMA-376) for Word and LibreOffice: headings by their styles, so that a table of
 * contents follows; from right to left in Arabic; texts in other languages say so.
 * @param madeAt the instant of making, ISO 8601.
 */
export async function writeDocx(document: Document, madeAt: string): Promise<Uint8Array> {
  const docx = load('docx') as Docx;
  const rtl = document.direction === 'rtl';
  const file = new docx.Document({
    title: document.title,
    creator: document.site,
    description: document.subtitle,
    lastModifiedBy: document.site,
    customProperties: [{ name: 'madeAt', value: madeAt }],
    features: { updateFields: false },
    footnotes: footnotesIn(docx, document, rtl),
    styles: docxStyles(document.lang, rtl),
    sections: [
      {
        properties: { page: { margin: { top: 1250, bottom: 1250, left: 1130, right: 1130 } } },
        headers: { default: new docx.Header({ children: [header(docx, document, rtl)] }) },
        footers: { default: new docx.Footer({ children: [footer(docx, document, rtl)] }) },
        children: [
          ...front(docx, document, rtl),
          ...contents(docx, document, rtl),
          ...docxBlocks(docx, document, rtl),
          ...ends(docx, document, rtl),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

function front(docx: Docx, { title, subtitle, site, facts, lang }: Document, rtl: boolean) {
  const said = (text: string, style: string) =>
    new docx.Paragraph({ style, bidirectional: rtl, children: docxLine(docx, [{ text }], { lang, rtl }) });
  return [
    said(site, 'Site'),
    said(title, 'Title'),
    said(subtitle, 'Subtitle'),
    ...facts.map(
      ({ label, value }) =>
        new docx.Paragraph({
          bidirectional: rtl,
          children: docxLine(docx, [{ text: `${label} ` }, { text: value, strong: true }], { lang, rtl }),
        }),
    ),
  ];
}

/** A list of the sections with links, which Word brings up to date with page numbers when it is asked to. */
function contents(docx: Docx, { contents: title, lang }: Document, rtl: boolean) {
  return [
    new docx.Paragraph({
      style: 'Caption',
      bidirectional: rtl,
      children: docxLine(docx, [{ text: title }], { lang, rtl }),
    }),
    new docx.TableOfContents(title, { hyperlink: true, headingStyleRange: '1-1', beginDirty: false }),
  ];
}

function footnotesIn(docx: Docx, { footnotes, lang }: Document, rtl: boolean) {
  const note = (line: Document['footnotes'][number]) => ({
    children: [
      new docx.Paragraph({
        style: 'Note',
        bidirectional: rtl,
        children: docxLine(docx, [{ text: ' ' }, ...line], { lang, rtl }),
      }),
    ],
  });
  return Object.fromEntries(footnotes.map((line, at) => [String(at + 1), note(line)]));
}

function header(docx: Docx, { title, watermark, lang }: Document, rtl: boolean) {
  const words = watermark === undefined ? title : `${title} · ${watermark}`;
  const mark =
    watermark === undefined
      ? []
      : [
          new docx.ImageRun({
            type: 'png',
            data: png(watermarkSvg(watermark, lang), 900),
            transformation: { width: 560, height: 560 },
            altText: { title: watermark, name: watermark, description: watermark },
            floating: {
              behindDocument: true,
              horizontalPosition: { relative: 'page', align: 'center' },
              verticalPosition: { relative: 'page', align: 'center' },
            },
          }),
        ];
  return new docx.Paragraph({
    style: 'Quiet',
    bidirectional: rtl,
    children: [...docxLine(docx, [{ text: words }], { lang, rtl }), ...mark],
  });
}

/** The foot of every page, with the fields that count pages where its words want them. */
function footer(docx: Docx, { foot, site }: Document, rtl: boolean) {
  const fields: Readonly<Record<string, string>> = {
    '{page}': docx.PageNumber.CURRENT,
    '{pages}': docx.PageNumber.TOTAL_PAGES,
  };
  const parts = `${site} · ${foot}`.split(/(\{pages?\})/).map((part) => fields[part] ?? part);
  return new docx.Paragraph({
    style: 'Quiet',
    bidirectional: rtl,
    children: [new docx.TextRun({ children: parts, rightToLeft: rtl })],
  });
}

function ends(docx: Docx, document: Document, rtl: boolean) {
  const { notes, notesTitle, footnotes, footnotesTitle, lang } = document;
  const heading = (text: string) =>
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_1,
      bidirectional: rtl,
      children: docxLine(docx, [{ text }], { lang, rtl }),
    });
  const small = (line: Document['notes'][number], bookmark?: string) => {
    const children = docxLine(docx, line, { lang, rtl });
    return new docx.Paragraph({
      style: 'Note',
      bidirectional: rtl,
      children: bookmark === undefined ? children : [new docx.Bookmark({ id: bookmark, children })],
    });
  };
  return [
    ...(footnotes.length === 0 ? [] : [heading(footnotesTitle)]),
    ...footnotes.map((line, at) => small([{ text: `${footnoteMark(at + 1)} ` }, ...line])),
    ...(notes.length === 0 ? [] : [heading(notesTitle)]),
    ...notes.map((line, at) => small([{ text: `[${at + 1}] ` }, ...line], `note-${at + 1}`)),
  ];
}
