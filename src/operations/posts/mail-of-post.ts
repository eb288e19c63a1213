import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Office } from '../house.ts';
import type { Letter } from '../ports/outbox.ts';

/** A page of ours in a language, as letters name it; `path` begins with a slash. */
export function addressIn({ publicAddress }: Office, language: InterfaceLanguage, path: string): string {
  return `${publicAddress}/${language}${path}`;
}

/**
 * On disk when it returns, and on its way: a mail server that does not answer keeps nobody waiting. False for a letter
 * whose key is known already: nothing is sent twice.
 */
export async function sendOff({ outbox, clock }: Office, letter: Letter): Promise<boolean> {
  const now = clock.now().toISOString();
  const taken = await outbox.enqueue([letter], now);
  // What could not leave stays in the outbox, with its reason, and is tried again.
  void outbox.deliver(now).catch(() => undefined);
  return taken === 1;
}
