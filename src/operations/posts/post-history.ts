import type { PostEvent } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import { getPost, type Keeper, refuseUnlessKeeper } from './keep-post.ts';

/** Everything that happened to a post, oldest first, for those who keep it. @throws Fault `notAllowed`, `notFound`. */
export async function postHistory(
  house: House,
  keeper: Keeper,
  postId: string,
): Promise<readonly PostEvent[]> {
  await follow(house);
  refuseUnlessKeeper(keeper, 'change', getPost(house, postId));
  const entries = await house.log.history(postId);
  return entries.flatMap((entry) => (entry.kind === 'post' ? [entry.event] : []));
}
