import { Fault, type FaultCode } from '../../kernel/fault.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html) that are not faults of the program. */
const codes: Readonly<Record<number, FaultCode>> = {
  5: 'logBusy',
  6: 'logBusy',
  8: 'writeRefused',
  10: 'logDamaged',
  11: 'logDamaged',
  13: 'diskFull',
  14: 'notAFile',
  26: 'logDamaged',
};

/** What an error of SQLite means to whoever runs the node; any other error comes back as it is. */
export function sqliteFault(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const code = codes[error.errcode & 0xff];
  return code === undefined ? error : new Fault(code, { file }, error);
}
