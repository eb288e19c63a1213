/** One edition of a code list of the IATI standard, as it is kept on disk. */
export interface CodeTableFile {
  readonly list: string;
  /** Whether the list holds all codes that there are; a code outside a list that does not is only unusual. */
  readonly complete: boolean;
  /** The day, month or year of this state. */
  readonly asOf: string;
  readonly source: string;
  /**
   * Code, English name (absent where it is the code), French name, and for a withdrawn code the day it was withdrawn, or
   * `withdrawn` where nobody said when.
   */
  readonly codes: readonly (readonly string[])[];
}

/** A code of a table. */
export interface TableCode {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  /** When it was withdrawn, or `withdrawn`; absent while it is in use. */
  readonly withdrawn?: string;
}

/** One edition of a code list, ready to be asked. */
export interface CodeTable {
  readonly name: string;
  readonly complete: boolean;
  readonly asOf: string;
  readonly source: string;
  readonly codes: ReadonlyMap<string, TableCode>;
  /** Codes by themselves in small letters, to tell what was meant. */
  readonly folded: ReadonlyMap<string, string>;
}

/** Where checks find the edition in use of a list. */
export interface CodeTables {
  find(list: string): CodeTable | undefined;
}

/** A list as its file keeps it. A code that has no English name is called by itself. */
export function codeTable(file: CodeTableFile): CodeTable {
  const codes = new Map<string, TableCode>();
  const folded = new Map<string, string>();
  for (const [code = '', en = '', fr = '', withdrawn = ''] of file.codes) {
    const names = { en: en === '' ? code : en, ...(fr === '' ? {} : { fr }) };
    codes.set(code, { code, names, ...(withdrawn === '' ? {} : { withdrawn }) });
    folded.set(code.toLowerCase(), code);
  }
  const { list, complete, asOf, source } = file;
  return { name: list, complete, asOf, source, codes, folded };
}
