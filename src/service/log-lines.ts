import { type Logger, pino } from 'pino';
import { Fault } from '../kernel/fault.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What of a request may be told: no address of a client, no words that somebody has typed. */
export interface RequestLine {
  readonly request: string;
  readonly method: string;
  /** The pattern of the address, such as `/:lang/:register/:id`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Lines of JSON about what the node does, for programs that collect them. */
export interface LogLines {
  request(line: RequestLine): void;
  /** Something that nobody foresaw. */
  failure(error: Error, request?: string): void;
  /** Something that an operator should know. `about` holds numbers and names of our own. */
  note(level: 'info' | 'warn', what: string, about?: Readonly<Record<string, string | number>>): void;
}

/** `write` gets whole lines. */
export function logLines({
  level,
  write,
}: {
  readonly level: LogLevel;
  readonly write: (line: string) => void;
}): LogLines {
  const lines: Logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    request: (line) => lines[line.status >= 500 ? 'error' : 'info'](line, 'answered'),
    failure: (error, request) =>
      lines.error(
        { ...(request === undefined ? {} : { request }), error: error.name, at: placesIn(error) },
        error instanceof Fault ? error.code : withoutPersons(error.message),
      ),
    note: (grade, what, about = {}) => lines[grade](about, what),
  };
}

/** Where in the program it happened; the first line of a stack repeats the message. */
function placesIn({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

/** A message may quote what somebody typed: mail addresses and quoted words go. */
function withoutPersons(message: string): string {
  return message
    .replaceAll(/[^\s"'<>]+@[^\s"'<>]+/g, '[address]')
    .replaceAll(/(["'“«`]).*?["'”»`]/g, '[quoted]')
    .slice(0, 300);
}
