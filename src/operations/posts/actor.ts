import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import { type Actor, postsHeld } from '../../policy/actor.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { Session } from '../ports/accounts.ts';

/** The posts that a session's person holds today, in the order of their ids. */
export async function postsOf(office: Office, { account }: Session): Promise<readonly Post[]> {
  await follow(office);
  const held = postsHeld(office.board.posts().values(), account.id, today(office));
  return [...held].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The person as holder of one of his or her posts: the one named, or the only one. Looked up anew with each request, so
 * that losing a post acts at once.
 * @throws Fault `noHolder` when the person holds no such post, `badQuery` when several are held and none is named.
 */
export async function actorFor(office: Office, session: Session, postId?: string): Promise<Actor> {
  const held = await postsOf(office, session);
  const post = postId === undefined || postId === '' ? onlyOne(held) : held.find(({ id }) => id === postId);
  if (post === undefined) throw new Fault('noHolder', { post: postId ?? '' });
  return { post, account: session.account.id, strong: session.strong || !office.secondFactor };
}

function onlyOne(held: readonly Post[]): Post | undefined {
  if (held.length > 1) {
    throw new Fault('badQuery', { place: 'post', got: '', right: held.map(({ id }) => id).join(', ') });
  }
  return held[0];
}
