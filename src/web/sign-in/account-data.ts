import type { Office } from '../../operations/house.ts';
import type { Visitor } from '../desk/visitor.ts';

/** Everything kept about a person as a person, for a copy of one's own. What a post did belongs to the post. */
export async function ownData(
  { accounts, board }: Office,
  { session: { account } }: Visitor,
): Promise<object> {
  const tenures = [...board.posts().values()].flatMap(({ id, title, tenures }) =>
    tenures.flatMap(({ account: holder, ...tenure }) =>
      holder === account.id ? [{ post: id, title: title.texts, ...tenure }] : [],
    ),
  );
  return { account, passkeys: await accounts.passkeys.list(account.id), tenures };
}
