/** Formats of a document to print, to edit and to read on a screen. */
export const documentFormats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const;

export type DocumentFormat = keyof typeof documentFormats;

export function isDocumentFormat(text: string): text is DocumentFormat {
  return Object.hasOwn(documentFormats, text);
}
