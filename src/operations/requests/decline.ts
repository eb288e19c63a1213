import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../policy/actor.ts';
import { declineReasons } from '../../vocabulary/request-lists.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { AnswerAct } from '../review/answer.ts';
import { countryOf, eventEntry, revisionInForce, takeStep } from '../review/take-step.ts';
import { toldOfMatch } from './told-of-match.ts';

/**
 * A side that was asked does not go on with a match, for one of a short list of reasons; in its own words besides, if it
 * likes. @throws as `takeStep`; Fault `notInForce`, `invalid` {place: 'because'} for a reason that the list does not have.
 */
export function decline(
  house: House,
  actor: Actor,
  act: AnswerAct & { readonly because: string },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'decline', act, async (subject, base) => {
    const revision = revisionInForce(subject, act.revision);
    const { because } = act;
    if (!declineReasons.entries.has(because)) {
      const right = [...declineReasons.entries.keys()].join(', ');
      throw new Fault('invalid', { place: 'because', got: because, right });
    }
    const country = countryOf(actor, 'decline');
    const { entries, unmoved } = await toldOfMatch(house, subject, base, 'declined', revision);
    const said = eventEntry({ ...base, type: 'declined', country, revision, because });
    return { entries: [said, ...entries], unmoved };
  });
}
