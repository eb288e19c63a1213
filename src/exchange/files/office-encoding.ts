/**
 * In what spreadsheet programs write CSV where nobody asks for UTF-8: the code page of Windows that goes with the
 * language of the office (encoding.spec.whatwg.org has the names).
 */
export function officeEncoding(lang: string): string {
  return codePages.get(lang) ?? 'windows-1252';
}

const codePages: ReadonlyMap<string, string> = new Map([
  ['ru', 'windows-1251'],
  ['ar', 'windows-1256'],
  ['zh', 'gb18030'],
]);
