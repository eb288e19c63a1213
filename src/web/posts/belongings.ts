import type { Post } from '../../lifecycle/post.ts';
import type { Office } from '../../operations/house.ts';
import { waitingFor } from '../../operations/posts/tell-hand-over.ts';
import type { Translate } from '../../wording/messages.ts';

/** What goes with the post when its holder changes, in a sentence. */
export function belongings(t: Translate, office: Office, post: Post): string {
  return t('handOver.belongings', { ...waitingFor(office, post) });
}
