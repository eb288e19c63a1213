import { Fault } from '../kernel/fault.ts';

/** States of PostgreSQL (appendix A of its documentation) and of the net in which the connection is of no more use. */
const lostCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '25006',
  ...'ECONNRESET ECONNREFUSED EPIPE ETIMEDOUT'.split(' '),
  ...'ENOTFOUND EHOSTUNREACH ENETUNREACH EAI_AGAIN'.split(' '),
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The connection broke, or leads to a server that takes no writes any more: another server may answer. */
export function isLost(error: unknown): boolean {
  if (error instanceof Fault)
    return error.code === 'databaseUnreachable' || error.code === 'databaseReadOnly';
  const code = codeOf(error);
  if (lostCodes.has(code) || code.startsWith('08') || isStalePlan(error)) return true;
  // The driver gives its own words no code.
  return error instanceof Error && code === '' && /connection|timeout|not queryable/i.test(error.message);
}

/**
 * A sentence that the connection keeps prepared has other columns by now, since a newer node has changed the schema;
 * nothing was done. A new connection prepares it anew.
 */
export function isStalePlan(error: unknown): boolean {
  return (
    codeOf(error) === '0A000' &&
    error instanceof Error &&
    'routine' in error &&
    error.routine === 'RevalidateCachedQuery'
  );
}

/** The server only repeats another one: it has refused to write. */
export function isReadOnly(error: unknown): boolean {
  return codeOf(error) === '25006';
}

/** Somebody else holds the lock for longer than we wait (55P03), or all connections are taken (53300). */
export function isBusy(error: unknown): boolean {
  return ['55P03', '53300'].includes(codeOf(error));
}

/**
 * What an error of PostgreSQL means: Fault `databaseUnreachable`, `databaseReadOnly`, `logBusy`, `diskFull`, `diskFailed`,
 * `writeRefused`, `wrongDatabase` or `logDamaged`. Any other error comes back as it is: it is a fault in the program.
 */
export function databaseFault(error: unknown, place: string): unknown {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  const got = error instanceof Error ? error.message : '';
  if (isReadOnly(error)) return new Fault('databaseReadOnly', { place }, error);
  if (isLost(error) || code.startsWith('28')) return new Fault('databaseUnreachable', { place, got }, error);
  if (isBusy(error)) return new Fault('logBusy', { file: place }, error);
  if (code === '53100') return new Fault('diskFull', { file: place }, error);
  if (code === '42501') return new Fault('writeRefused', { file: place }, error);
  if (code === '3D000') return new Fault('wrongDatabase', { place, got, right: 'CREATE DATABASE' }, error);
  if (code === '58030') return new Fault('diskFailed', { file: place }, error);
  if (code.startsWith('XX')) return new Fault('logDamaged', { file: place }, error);
  return error;
}
