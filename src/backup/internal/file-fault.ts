import { Fault } from '../../kernel/fault.ts';

/** What an error of the file system means: Fault `diskFull`, `diskFailed` or `noRight`; any other comes back as it is. */
export function fileFault(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('diskFull', { file }, error);
  if (code === 'EIO') return new Fault('diskFailed', { file }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Fault('noRight', { file: pathOf(error) ?? file, got: code }, error);
  }
  return error;
}

export function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}
