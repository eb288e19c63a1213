import type { ParagraphChild } from 'docx';
import type { FootnoteMark, Line, Run } from '../document.ts';
import type { Docx } from './docx-styles.ts';

export interface Around {
  /** Of the document. */
  readonly lang: string;
  readonly rtl: boolean;
}

/** A line as runs: text in another language says so, and Arabic runs from right to left wherever it stands. */
export function docxLine(docx: Docx, line: Line, around: Around): ParagraphChild[] {
  return line.flatMap((run) => docxRun(docx, run, around));
}

function docxRun(docx: Docx, run: Run, { lang, rtl }: Around): ParagraphChild[] {
  const { text, strong = false, href, dot, notes = [], footnote } = run;
  if (footnote !== undefined) return [footnoteRun(docx, footnote, rtl)];
  const said = run.lang ?? lang;
  const words = new docx.TextRun({
    text: clean(text),
    bold: strong,
    boldComplexScript: strong,
    rightToLeft: run.lang === undefined ? rtl : said.startsWith('ar'),
    language: {
      value: said,
      ...(said.startsWith('ar') ? { bidirectional: said } : {}),
      ...(said.startsWith('zh') ? { eastAsia: said } : {}),
    },
    ...(href === undefined ? {} : { style: 'Hyperlink' }),
  });
  return [
    ...(dot === undefined ? [] : [new docx.TextRun({ text: '● ', color: dot.slice(1), rightToLeft: rtl })]),
    href === undefined ? words : new docx.ExternalHyperlink({ link: href, children: [words] }),
    ...notes.map(
      (note) =>
        new docx.InternalHyperlink({
          anchor: `note-${note}`,
          children: [new docx.TextRun({ text: `[${note}]`, superScript: true, rightToLeft: rtl })],
        }),
    ),
  ];
}

/** Word counts footnotes itself, where they first stand; further marks repeat the number. */
function footnoteRun(docx: Docx, { number, stands }: FootnoteMark, rtl: boolean): ParagraphChild {
  if (stands === 'inDocument') return new docx.FootnoteReferenceRun(number);
  return new docx.TextRun({ text: String(number), superScript: true, rightToLeft: rtl });
}

/** XML has no place for most control characters, whatever a title holds. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ');
}
