import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../house.ts';
import type { Session } from '../ports/accounts.ts';
import type { Interest } from '../ports/interests.ts';
import { actorFor } from '../posts/actor.ts';
import { addressIn, sendOff } from '../posts/mail-of-post.ts';

const confirmWithinDays = 7;

type Wanted = Pick<Interest, 'language' | 'profile' | 'words' | 'filters'>;

/** Keeps what somebody wants to hear of, and asks the mailbox whether it is so. @throws Fault `invalid`, `tooManyAttempts`. */
export async function subscribe(office: Office, email: string, wanted: Wanted): Promise<void> {
  const told = office.board.position();
  const id = await office.accounts.interests.add({ ...wanted, to: { email }, told });
  const secret = await office.accounts.letter(
    { purpose: 'interest', interest: id },
    confirmWithinDays * 24 * 60,
  );
  const { language } = wanted;
  const address = addressIn(office, language, `/follow/confirm?${new URLSearchParams({ secret })}`);
  const words = office.words.interest(language, {
    site: addressIn(office, language, '/'),
    address,
    goodForDays: confirmWithinDays,
  });
  await sendOff(office, { key: `interest-asked:${id}`, to: email, language, ...words });
}

/** The mailbox says that it is so. @throws Fault `linkExpired`. */
export async function confirmInterest({ accounts }: Office, secret: string): Promise<void> {
  const read = await accounts.useLetter(secret);
  if (read.purpose !== 'interest') throw new Fault('linkExpired');
  await accounts.interests.confirm(read.interest);
}

/**
 * One press, and all that the letter told of is gone with the address; a second press is no error. Gives what is ended.
 * @throws Fault `linkExpired` for a secret of none.
 */
export async function endInterests(office: Office, secret: string): Promise<readonly Interest[]> {
  const ended = await interestsOfLetter(office, secret);
  for (const { id } of ended) await office.accounts.interests.end(id);
  return ended;
}

/** What the press would end, as far as it is not over. @throws Fault `linkExpired` for a secret of none. */
export async function interestsOfLetter({ accounts }: Office, secret: string): Promise<readonly Interest[]> {
  const read = await accounts.readLetter(secret);
  if (read.purpose !== 'endInterest') throw new Fault('linkExpired');
  const { interest, others = [] } = read;
  const ids = new Set([interest, ...others]);
  return (await accounts.interests.confirmed()).filter(({ id }) => ids.has(id));
}

/** A post wants to hear of something, whoever holds it: who speaks for it need not be asked again. @throws Fault `noHolder`, `tooManyInterests`. */
export async function subscribePost(
  office: Office,
  session: Session,
  post: string,
  wanted: Wanted,
): Promise<void> {
  const actor = await actorFor(office, session, post);
  const told = office.board.position();
  await office.accounts.interests.add({ ...wanted, to: { post: actor.post.id }, told });
}

/** What the posts of a person hear of. */
export async function interestsOfPosts(
  { accounts }: Office,
  posts: readonly { readonly id: string }[],
): Promise<readonly Interest[]> {
  const held = new Set(posts.map(({ id }) => id));
  return (await accounts.interests.confirmed()).filter(({ to }) => 'post' in to && held.has(to.post));
}

/** Whoever holds the post ends it; one that is gone is no error. @throws Fault `noHolder` for that of another post. */
export async function endInterestOfPost(office: Office, session: Session, id: string): Promise<void> {
  if ((await interestOfPost(office, session, id)) !== undefined) await office.accounts.interests.end(id);
}

/**
 * Whoever holds the post changes what it hears of; what it was told of is not told again.
 * @throws Fault `noHolder` for that of another post, `notFound` for one that was ended.
 */
export async function changeInterestOfPost(
  office: Office,
  session: Session,
  id: string,
  wanted: Wanted,
): Promise<void> {
  if ((await interestOfPost(office, session, id)) === undefined)
    throw new Fault('notFound', { register: 'interest', got: id });
  await office.accounts.interests.change(id, wanted);
}

/** What a post hears of, for who holds it; undefined for one that was ended. @throws Fault `noHolder` for that of another post. */
export async function interestOfPost(
  office: Office,
  session: Session,
  id: string,
): Promise<Interest | undefined> {
  const found = (await office.accounts.interests.confirmed()).find((one) => one.id === id);
  if (found === undefined) return undefined;
  if (!('post' in found.to)) throw new Fault('noHolder', { post: '' });
  await actorFor(office, session, found.to.post);
  return found;
}
