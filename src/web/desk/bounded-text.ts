import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';

/** What was read already: whoever words a refusal needs it a second time. */
const known = new WeakMap<Request, Promise<string>>();

/**
 * The body of a request as text, never more of it in memory than `mostBytes`, whatever its head says.
 * @throws Fault `fileTooLarge`.
 */
export function boundedText(c: Context, mostBytes: number): Promise<string> {
  const request = c.req.raw;
  const reading = known.get(request) ?? readAll(request, mostBytes);
  known.set(request, reading);
  return reading;
}

async function readAll(request: Request, mostBytes: number): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > mostBytes) throw tooLarge(announced, mostBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  // Only now: a body that is asked for and not read holds its line, and with it what the client asks next.
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw tooLarge(size, mostBytes);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function tooLarge(got: number, limit: number): Fault {
  return new Fault('fileTooLarge', { file: 'form', got, limit });
}
