/** How large input may be. Past these a file or a row is refused by name; nothing is cut silently. */
export interface InputLimits {
  /** Bytes of one file as stored. */
  readonly fileBytes: number;
  /** Bytes of one file once unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed byte, once past 100 KiB. */
  readonly unpackRatio: number;
  /** Files inside one archive. */
  readonly archiveEntries: number;
  /** Nesting of XML elements. */
  readonly xmlDepth: number;
  /** Characters in one cell, one text or one attribute. */
  readonly cellCharacters: number;
  /** Characters of one row, line or element as a whole; in XML every element that is kept counts for 20 more. */
  readonly rowCharacters: number;
  /** Bytes of a workbook: spreadsheets cannot be streamed. */
  readonly workbookBytes: number;
}

export const defaultLimits: InputLimits = {
  fileBytes: 2_000_000_000,
  unpackedBytes: 4_000_000_000,
  unpackRatio: 100,
  archiveEntries: 2_000,
  xmlDepth: 40,
  cellCharacters: 200_000,
  rowCharacters: 4_000_000,
  workbookBytes: 20_000_000,
};
