import { freshnessOn } from '../../lifecycle/freshness.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';

/** In two words at most: what the countries say of a record, and that it wants a fresh word; for lists. */
export function badges(t: Translate, { review }: Presented, today: string): readonly string[] {
  const { confirmation, dueOn } = review;
  if (confirmation === 'observed') return [t('standing.thirdParty.short')];
  const fresh = freshnessOn(dueOn, today);
  return [t(`confirmation.${confirmation}`), ...(fresh === 'fresh' ? [] : [t(`freshness.${fresh}`)])];
}
