import { Fault, type FaultParams } from '../../kernel/fault.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const misfit = 1;
const busy = 5;
const locked = 6;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

/**
 * Extended codes of `ioError` that speak of what lies on the disk, not of the disk: a page is cut short (SHORT_READ), its
 * checksum is wrong (DATA), or the file system says that the file is corrupt (CORRUPTFS).
 */
const wrongOnDisk: ReadonlySet<number> = new Set([2, 32, 33].map((detail) => ioError | (detail << 8)));

/** The primary result code in an error of SQLite, undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  return code === undefined ? undefined : code & 0xff;
}

function extendedCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined;
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === busy || code === locked;
}

/** A statement does not go with the schema, as where a table is there already or is not there. */
export function isMisfit(error: unknown): boolean {
  return resultCode(error) === misfit;
}

/** The file cannot be read as a database, in whole or at one place. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === ioError || code === corrupt || code === notADatabase;
}

/**
 * What an error of SQLite means to the log: Fault `logBusy`, `diskFull`, `diskFailed` (the disk reported an error:
 * nothing was acknowledged), `logDamaged`, `writeRefused` (the file may not be written) or `notAFile` (it cannot be opened). Any other error comes back as it is: it is a fault in the program.
 */
export function sqliteFault(error: unknown, params: FaultParams): unknown {
  switch (resultCode(error)) {
    case busy:
    case locked:
      return new Fault('logBusy', params, error);
    case full:
      return new Fault('diskFull', params, error);
    case readOnly:
      return new Fault('writeRefused', params, error);
    case cannotOpen:
      return new Fault('notAFile', params, error);
    case ioError:
      return new Fault(
        wrongOnDisk.has(extendedCode(error) ?? 0) ? 'logDamaged' : 'diskFailed',
        params,
        error,
      );
    case corrupt:
    case notADatabase:
      return new Fault('logDamaged', params, error);
    default:
      return error;
  }
}
