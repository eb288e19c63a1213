import { holdersOn } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import { getAccountOf, relieve } from './appoint.ts';

/**
 * Erases what is kept of a person: the account, its sessions and secrets, letters to it, forms typed and not saved. Its posts are held no longer;
 * the log keeps the id of the account, which leads nowhere from then on. Gives the ids of those posts.
 * @throws Fault `notFound` {register: account}.
 */
export async function erasePerson(office: Office, email: string): Promise<readonly string[]> {
  const { id, email: address } = await getAccountOf(office, email);
  await follow(office);
  const day = today(office);
  const held = [...office.board.posts().values()].filter((post) =>
    holdersOn(post, day).some(({ account }) => account === id),
  );
  for (const post of held) await relieve(office, 'node', post.id, id);
  await office.outbox.forget(address);
  await office.uploads.forgetForms(id);
  await office.accounts.erase(id);
  return held.map((post) => post.id);
}
