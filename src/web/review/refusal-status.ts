import type { Fault, FaultMeaning } from '../../kernel/fault.ts';

const statuses = {
  conflict: 409,
  forbidden: 403,
  refused: 400,
  absent: 404,
  tooLarge: 413,
  tooMany: 429,
} as const satisfies Partial<Record<FaultMeaning, number>>;

type Status = (typeof statuses)[keyof typeof statuses];

/** The status by which the page that explains a refusal is answered. @throws the fault itself when it is ours to mend. */
export function statusOf(fault: Fault): Status {
  const { meaning } = fault;
  if (meaning === 'broken') throw fault;
  return statuses[meaning];
}
