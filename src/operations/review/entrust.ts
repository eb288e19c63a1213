import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Act, countryOf, eventEntry, takeStep } from './take-step.ts';

/**
 * The focal point gives a record of its country to one of the organisations that type for it: from then on that
 * organisation's posts write, submit and see it as if they had begun it themselves. What is released, and by whom,
 * does not change. @throws as `takeStep`; Fault `invalid` {place: 'organisation'} for one that no open post types for.
 */
export function entrust(
  house: House,
  actor: Actor,
  act: Act & { readonly organisation: string },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'entrust', act, (_, base) => {
    const country = countryOf(actor, 'entrust');
    const known = organisationsIn(house, country);
    const organisation = act.organisation.trim();
    if (!known.includes(organisation)) {
      throw new Fault('invalid', { place: 'organisation', got: organisation, right: known.join('; ') });
    }
    return [eventEntry({ ...base, type: 'entrusted', country, organisation })];
  });
}

/** The organisations for which an open post of a country types, by name. */
export function organisationsIn({ board }: House, country: string): readonly string[] {
  const typing = [...board.posts().values()].filter(
    (post) =>
      post.country === country &&
      post.closedAt === undefined &&
      (post.kind === 'contributor' || post.kind === 'rosterManager'),
  );
  return [...new Set(typing.flatMap(({ organisation }) => organisation ?? []))].sort();
}
