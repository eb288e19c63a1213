import { Fault } from '../kernel/fault.ts';
import { showIfSeen } from '../operations/show.ts';
import type { Actor } from '../policy/actor.ts';
import type { Asked } from './asked.ts';
import { faultAnswer } from './fault-answer.ts';
import { recordBody, recordHeaders } from './record-answer.ts';

/** Does something with a record; where the record stands in the way of it, the answer shows how it stands now. */
export async function withCurrent(
  asked: Asked,
  { register, id }: { readonly register: string; readonly id: string },
  actor: Actor | undefined,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Fault) || error.meaning !== 'conflict') throw error;
    const shown = await showIfSeen(asked.office, register, id, actor);
    if (shown === undefined) return faultAnswer(asked.context, error);
    const answer = faultAnswer(asked.context, error, { current: recordBody(asked, shown) });
    for (const [name, value] of Object.entries(recordHeaders(shown, actor))) answer.headers.set(name, value);
    return answer;
  }
}
