import type { Presented } from '../../policy/present.ts';

/** A record as JSON has it, with the address of its page. */
export interface RecordJson {
  readonly register: string;
  readonly id: string;
  readonly revision: number;
  readonly address: string;
  readonly standing: string;
  readonly changedAt: string;
  readonly withdrawn?: Presented['withdrawn'];
  readonly values: Readonly<Record<string, unknown>>;
}

export function recordJson(record: Presented, address: string): RecordJson {
  const { register, id, revision, standing, changedAt, withdrawn, values } = record;
  return {
    register: register.name,
    id,
    revision,
    address,
    standing,
    changedAt,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    values,
  };
}
