import type { ReadItem } from '../../exchange/incoming.ts';
import { Fault } from '../../kernel/fault.ts';
import type { House } from '../house.ts';
import { Refused } from '../refused.ts';
import { weigh } from '../revise.ts';
import { type JudgedRow, placed, type Sender } from './judge-row.ts';

/**
 * A row that the verb of the forms would not write, with its refusal: the rules of consultations, rounds and needs look
 * at other records than the row's own.
 */
export async function asForms(
  house: House,
  { actor, as }: Sender,
  item: ReadItem,
  judged: JudgedRow,
): Promise<JudgedRow> {
  const { verdict, write } = judged;
  if (write === undefined || 'unreadable' in item) return judged;
  try {
    await weigh(house, { ...write, writer: { actor, as, door: 'upload' } });
    return judged;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { recordId: _made, ...rest } = verdict;
    const findings = error instanceof Refused ? placed(item, error.findings) : [];
    return {
      verdict: {
        ...rest,
        ...(write.basedOn === 0 ? {} : { recordId: write.id }),
        outcome: error.meaning === 'conflict' ? 'conflict' : 'refused',
        changes: [],
        findings: [...verdict.findings, ...findings],
        ...(error instanceof Refused ? {} : { fault: { code: error.code, params: error.params } }),
      },
    };
  }
}
