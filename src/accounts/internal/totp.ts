import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code of RFC 4226: the key and a counter make so many digits. */
export function hotp(key: Uint8Array, counter: number, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', key).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238: the counter is time, in steps of 30 seconds. */
export function timeStep(at: Date): number {
  return Math.floor(at.getTime() / 30_000);
}

/**
 * The time step whose 6-digit code this is, undefined when it is none. Clocks may differ by one step (RFC 6238, 5.2);
 * steps up to `after` count no longer.
 */
export function stepOfCode(key: Uint8Array, code: string, at: Date, after: number): number | undefined {
  const given = Buffer.from(code);
  const now = timeStep(at);
  return [now, now - 1, now + 1].find((step) => {
    const right = Buffer.from(hotp(key, step, 6));
    return step > after && given.length === right.length && timingSafeEqual(given, right);
  });
}
