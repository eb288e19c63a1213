import type { IStylesOptions } from 'docx';

/** The library, loaded in the thread that writes. */
export type Docx = typeof import('docx');

const indigo = '161A4E';
const quiet = '55597D';

/** What headings, tables and small print look like; faces that every office has. */
export function docxStyles(lang: string, rtl: boolean): IStylesOptions {
  const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
  const heading = (size: number, before: number) => ({
    run: { size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: indigo, font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const named = (
    id: string,
    size: number,
    more: { color?: string; bold?: boolean; after?: number } = {},
  ) => ({
    id,
    name: id,
    basedOn: 'Normal',
    run: {
      size,
      sizeComplexScript: size,
      ...(more.color === undefined ? {} : { color: more.color }),
      ...(more.bold === true ? { bold: true, boldComplexScript: true } : {}),
    },
    paragraph: { spacing: { after: more.after ?? 60 } },
  });
  const language = {
    value: lang,
    ...(rtl ? { bidirectional: lang } : {}),
    ...(lang === 'zh' ? { eastAsia: 'zh-CN' } : {}),
  };
  return {
    default: {
      document: {
        run: { font, size: 20, sizeComplexScript: 20, language },
        paragraph: { spacing: { after: 120 } },
      },
      title: heading(44, 60),
      heading1: heading(30, 480),
      heading2: heading(24, 320),
      heading3: heading(21, 280),
      hyperlink: { run: { color: '2B35A8', underline: {} } },
    },
    paragraphStyles: [
      named('Site', 20, { color: '9A6A00', bold: true }),
      named('Subtitle', 26, { color: quiet, after: 240 }),
      named('Quiet', 16, { color: quiet }),
      named('Note', 16, { after: 40 }),
      named('Cell', 17, { after: 20 }),
      named('Caption', 18, { color: indigo, bold: true, after: 80 }),
      named('Figure', 36, { color: indigo, bold: true, after: 0 }),
    ],
  };
}
