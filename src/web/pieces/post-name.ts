import { textIn } from '../../kernel/lang-text.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Translate } from '../../wording/messages.ts';

/** Posts by their ids. */
export type Posts = ReadonlyMap<string, Post>;

/** What a post is called, in the reader's language where it has a name in it; its id where the house knows no such post. Never a person. */
export function postName({ lang }: Translate, posts: Posts, id: string): string {
  const title = posts.get(id)?.title;
  return title === undefined ? id : textIn(title, lang).text;
}
