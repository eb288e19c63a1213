import { daysAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import type { Post } from '../../lifecycle/post.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Translate } from '../../wording/messages.ts';

/** How many things wait for a post. */
export function waitingFor(office: Office, post: Post): { readonly tasks: number; readonly drafts: number } {
  const dueBefore = daysAfter(today(office), remindBeforeDays + 1);
  const { counts } = office.board.tasks({ post, dueBefore, offset: 0, limit: 0 });
  const tasks = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { tasks, drafts: (counts.draft ?? 0) + (counts.returned ?? 0) };
}

/** What goes with the post when its holder changes, in a sentence. */
export function belongings(t: Translate, office: Office, post: Post): string {
  return t('handOver.belongings', { ...waitingFor(office, post) });
}
