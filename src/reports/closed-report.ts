import { type DocumentFormat, documentFormats } from '../exchange/documents/document-formats.ts';
import { writeDocument } from '../exchange/documents/write-document.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import type { MadeFile, MakeFiles } from '../operations/follow-up/report/close-report.ts';
import { translator } from '../wording/messages.ts';
import { reportDocument } from './report-document.ts';

/** All files of a closed report: every language in every format, one after the other. */
export const allFiles: MakeFiles = async (figures, number, madeAt) => {
  const files: MadeFile[] = [];
  // The keys of the table are the formats.
  const formats = Object.keys(documentFormats) as DocumentFormat[];
  for (const lang of interfaceLanguages) {
    const document = reportDocument(translator(lang), figures, { madeAt, number });
    for (const format of formats) {
      files.push({ lang, format, bytes: await writeDocument(document, format, madeAt) });
    }
  }
  return files;
};
