import { daysAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import { handOver } from './appoint.ts';
import { getPost, type Keeper, type PostAsSeen } from './keep-post.ts';
import { addressIn, sendOff } from './mail-of-post.ts';

/** How many things wait for a post. What third parties say is not counted: it waits for years. */
export function waitingFor(office: Office, post: Post): { readonly tasks: number; readonly drafts: number } {
  const dueBefore = daysAfter(today(office), remindBeforeDays + 1);
  const { counts } = office.board.tasks({ post, dueBefore, offset: 0, limit: 0 });
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { tasks: all - (counts.observed ?? 0), drafts: (counts.draft ?? 0) + (counts.returned ?? 0) };
}

/** The post changes its holder in one step, and both sides are told by mail. @throws as `handOver`. */
export async function handOverAndTell(
  office: Office,
  keeper: Keeper,
  postId: string,
  to: Account,
  more: PostAsSeen,
): Promise<Post> {
  const before = getPost(office, postId);
  const former = formerOf(office, before);
  const { tasks } = waitingFor(office, before);
  const post = await handOver(office, keeper, postId, to.id, more);
  await tell(office, post, { reader: 'newHolder', waiting: tasks }, [to]);
  await tellFormer(
    office,
    post,
    former.filter((id) => id !== to.id),
  );
  return post;
}

/** Who holds the post today, without deputies. */
export function formerOf(office: Office, post: Post): readonly string[] {
  return holdersOn(post, today(office)).flatMap(({ account, deputy }) => (deputy ? [] : [account]));
}

/** Tells those who held a post that somebody has taken it over. */
export async function tellFormer(office: Office, post: Post, former: readonly string[]): Promise<void> {
  const goers = await office.accounts.named(former);
  await tell(office, post, { reader: 'formerHolder', waiting: 0 }, [...goers.values()]);
}

async function tell(
  office: Office,
  post: Post,
  about: { readonly reader: 'newHolder' | 'formerHolder'; readonly waiting: number },
  readers: readonly Account[],
): Promise<void> {
  const from = today(office);
  const moment = office.clock.now().toISOString().replace(/\D/g, '');
  for (const { id, language, email } of readers) {
    const worded = office.words.handOver(language, {
      ...about,
      site: addressIn(office, language, '/'),
      post: post.title,
      from,
      lastDay: daysAfter(from, -1),
      workspace: `${addressIn(office, language, '/desk')}?post=${post.id}`,
    });
    await sendOff(office, {
      key: `hand-over-${post.id}-${moment}-${id}`,
      to: email,
      language,
      ...worded,
    });
  }
}
