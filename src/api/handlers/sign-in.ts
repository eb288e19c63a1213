import type { Context } from 'hono';
import type { Office } from '../../operations/house.ts';
import type { SignIn } from '../../operations/ports/accounts.ts';
import { postsOf } from '../../operations/posts/actor.ts';
import type { Asked } from '../asked.ts';
import { sessionOf } from '../caller.ts';
import { shortPost } from '../post-json.ts';
import { forOneReader } from '../record-answer.ts';
import type { Body } from '../schemas.ts';

/** A program signs in for a person, with what the person would type. */
export async function signIn(
  { office, context }: Asked,
  { email, password }: Body<'SignIn'>,
): Promise<Response> {
  const attempt = { network: networkOf(context) };
  return answer(office, context, await office.accounts.signIn(email, password, attempt));
}

export async function showCode(
  { office, context }: Asked,
  { ticket, code }: Body<'SignInCode'>,
): Promise<Response> {
  const session = await office.accounts.showCode(ticket, code, { network: networkOf(context) });
  return answer(office, context, { session });
}

export async function signOut(asked: Asked): Promise<Response> {
  await asked.office.accounts.signOut(sessionOf(asked).token);
  return asked.context.body(null, 204, forOneReader);
}

async function answer(office: Office, context: Context, result: SignIn): Promise<Response> {
  if ('ticket' in result) return context.json(result, 200, forOneReader);
  const { session } = result;
  const posts = await postsOf(office, session);
  const { token, strong } = session;
  return context.json({ token, strong, posts: posts.map(shortPost) }, 200, forOneReader);
}

/** From where an attempt comes, as the node's door says it; empty where it came over no socket, as in tests. */
function networkOf(context: Context): string {
  const network: unknown = context.get('network');
  return typeof network === 'string' ? network : '';
}
