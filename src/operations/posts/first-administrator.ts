import type { LangText } from '../../kernel/lang-text.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import { appoint } from './appoint.ts';
import { openPost } from './keep-post.ts';

export interface FirstAdministrator {
  readonly email: string;
  readonly name: string;
  readonly language: InterfaceLanguage;
  /** Absent: the person signs in by a link in a mail. An account that is there already keeps its own. */
  readonly password?: string;
}

/**
 * Somebody keeps the node, by the word of the machine's owner: the account with the address is made and the post opened
 * where they are missing. Done twice it changes nothing more. `title`: what the post is called, if it is opened.
 * @throws Fault `weakPassword`, `invalid` {place} for an address or a name that is none.
 */
export async function makeFirstAdministrator(
  office: Office,
  person: FirstAdministrator,
  title: LangText,
): Promise<Account> {
  const account = (await office.accounts.findByEmail(person.email)) ?? (await office.accounts.create(person));
  await follow(office);
  const post =
    openAdministration(office) ??
    (await openPost(office, 'node', { kind: 'administrator', title, languages: [person.language] }));
  const holders = holdersOn(post, today(office));
  if (!holders.some((tenure) => tenure.account === account.id)) {
    const deputy = holders.some((tenure) => !tenure.deputy);
    await appoint(office, 'node', post.id, { account: account.id, deputy });
  }
  return account;
}

/** The post that keeps the node, the first of several. */
function openAdministration({ board }: Office): Post | undefined {
  return [...board.posts().values()]
    .filter(({ kind, closedAt }) => kind === 'administrator' && closedAt === undefined)
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))[0];
}
