import type { Context } from 'hono';
import type { RecordJson } from '../exchange/json/record-json.ts';
import { Fault } from '../kernel/fault.ts';
import { allRegisters } from '../registers/all-registers.ts';

/** What an answer keeps of a record. */
export type Selection = <R extends Pick<RecordJson, 'register' | 'values'>>(record: R) => object;

const everything: Selection = (record) => record;

/**
 * What `fields` asks for: fields of `values`, and `review`. What identifies a record is always there.
 * @throws Fault `badQuery` for a name that no register (or not this one) has.
 */
export function selectionOf(context: Context, register?: string): Selection {
  const asked = context.req.query('fields');
  if (asked === undefined) return everything;
  const names = new Set(asked.split(',').map((name) => name.trim()));
  const registers = allRegisters.filter(({ name }) => register === undefined || name === register);
  const known = new Set(['review', ...registers.flatMap(({ fields }) => Object.keys(fields))]);
  for (const name of names) {
    if (!known.has(name)) {
      throw new Fault('badQuery', { place: 'fields', got: name.slice(0, 100), right: [...known].join(', ') });
    }
  }
  return ({ values, ...record }) => {
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
    const facts = Object.entries(record).filter(([name]) => name !== 'review' || names.has('review'));
    return { ...Object.fromEntries(facts), values: kept };
  };
}
