import type { Office } from '../house.ts';

/** Whose invitations: of one address to a post, or of everybody to it. */
export interface InvitedTo {
  readonly post: string;
  readonly email?: string;
}

/**
 * Letters of invitations that still hold and are about to be over: those that have not left are not sent, as their links
 * would open nothing. Called before the invitations end: if the program dies between the two they are still listed, and
 * the same is done again. `but`: the key of a letter that stays.
 */
export async function keepBackLetters(
  { accounts, outbox, clock }: Office,
  { post, email }: InvitedTo,
  but?: string,
): Promise<void> {
  const at = clock.now().toISOString();
  for (const { letter } of await accounts.invitations(post, email)) {
    if (letter !== undefined && letter !== but) await outbox.withdraw(letter, at);
  }
}
