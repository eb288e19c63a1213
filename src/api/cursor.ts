import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';

/** Bytes of the seal: enough that nobody makes one by trying. */
const sealBytes = 12;

/**
 * Where a list goes on, as one opaque word: the place in its order, sealed together with what was asked, so that it
 * fits the same question only and cannot be made up. Holds across restarts of the node.
 */
export function cursorOf(secret: string, question: unknown, past: number): string {
  const place = past.toString(36);
  return `${place}.${sealOf(secret, question, place).toString('base64url')}`;
}

/** The place that a cursor names. @throws Fault `badQuery` for one of another question, or one that is not ours. */
export function placeIn(cursor: string, secret: string, question: unknown): number {
  const [place = '', seal = ''] = cursor.split('.');
  const given = Buffer.from(seal, 'base64url');
  const right = sealOf(secret, question, place);
  const past = Number.parseInt(place, 36);
  if (given.length !== right.length || !timingSafeEqual(given, right) || !Number.isSafeInteger(past)) {
    throw new Fault('badQuery', { place: 'cursor', got: cursor.slice(0, 100), right: 'next' });
  }
  return past;
}

function sealOf(secret: string, question: unknown, place: string): Buffer {
  const text = `cursor\n${canonicalJson(question)}\n${place}`;
  return createHmac('sha256', secret).update(text).digest().subarray(0, sealBytes);
}
