import { hash } from 'node:crypto';

/** The permanent name of a record within its register: letters, digits and hyphens. */
export type RecordId = string;

const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** At most 80 characters. That there is such a record, it does not say. */
export function isRecordId(text: string): text is RecordId {
  return text.length <= 80 && form.test(text);
}

/**
 * A record id made from the register and the first key that the record came with, so that two nodes (or one node
 * filled again) give the same record the same address. 60 bits: two in a million records collide once in 2 million such nodes.
 */
export function recordIdFrom(register: string, key: string): RecordId {
  const digest = hash('sha256', `${register}\n${key}`, 'buffer');
  let id = '';
  for (let i = 0; i < 12; i += 1) id += alphabet[(digest[i] ?? 0) % alphabet.length];
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
}
