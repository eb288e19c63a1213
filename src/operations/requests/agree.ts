import { Fault } from '../../kernel/fault.ts';
import type { Meets } from '../../lifecycle/matched.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { coverages } from '../../vocabulary/request-lists.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { Refused } from '../refused.ts';
import { type EventBase, eventEntry } from '../review/take-step.ts';
import { requestFacts } from './request-facts.ts';
import { agreementFindings } from './rules.ts';
import { type Told, toldOfMatch } from './told-of-match.ts';

/** A country that was asked says yes to a revision. `meets`: of an answer to its own need, how much of that is met with it. */
export interface Yes {
  readonly country: string;
  readonly revision: number;
  readonly meets?: string;
}

/**
 * What is written when a country that was asked says yes: its word, and of an answer to a need that both sides now agree,
 * for whom the need is met as a whole. Only the word of who asks says that: where it says nothing, the answer's own, and
 * where that says nothing either it is a part.
 * @throws Fault `invalid` {place: 'meets'} for a word that is none of the list, or of who does not ask; `Refused` where the need or
 * the offer is over by now, or asks for or comes from others.
 */
export async function agreeing(
  house: House,
  subject: BoardRecord,
  base: EventBase,
  { country, revision: number, meets }: Yes,
): Promise<Told> {
  const register = getRegister(subject.register);
  const { recordId: id, state } = subject;
  const values = (await house.log.revisions([{ id, number }])).get(id)?.values ?? {};
  const facts = register.means.includes('request:match') ? requestFacts(register, values) : undefined;
  const word = wordOf(meets, facts?.asking?.includes(country) === true);
  const said = eventEntry({
    ...base,
    type: 'confirmed',
    country,
    revision: number,
    ...(word === undefined ? {} : { meets: word }),
  });
  if (facts === undefined) return { entries: [said], unmoved: [] };
  const others = Object.entries(state.answers).filter(([one]) => one !== country);
  const isLast = others.every(([, answer]) => answer.state === 'confirmed');
  const written = coverages.entries.has(String(values['coverage'])) ? values['coverage'] : 'part';
  const whole = (facts.asking ?? []).filter((one) => {
    const own = one === country ? word : state.answers[one]?.meets;
    return (own ?? written) === 'whole';
  });
  // Looked at before the rules are held against it: what moves in between is noticed when it is written.
  const { entries, unmoved } = await toldOfMatch(house, subject, base, 'agreed', number, whole);
  const findings = agreementFindings(house, { register, values }, facts);
  if (findings.length > 0) throw new Refused(findings);
  return { entries: isLast ? [said, ...entries] : [said], unmoved };
}

/** @throws Fault `invalid`. */
function wordOf(meets: string | undefined, asks: boolean): Meets | undefined {
  if (meets === undefined) return undefined;
  if (asks && (meets === 'whole' || meets === 'part')) return meets;
  const right = asks ? [...coverages.entries.keys()].join(', ') : '…';
  throw new Fault('invalid', { place: 'meets', got: meets, right });
}
