import { type Context, Hono } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import type { LetterSecret } from '../../operations/ports/accounts.ts';
import { acceptInvitation } from '../../operations/posts/invite.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { sessionOf } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { pastFirst } from './go-on.ts';
import { invitationPage } from './invitation-page.ts';
import { attemptOf } from './network.ts';
import { toDesk } from './onward.ts';
import { tried } from './refusal.ts';
import { signInPage } from './sign-in-page.ts';

/** Accepting an invitation to a post. The secret alone allows it: whoever has it reads the invited mailbox. */
export const invitationRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/invitation`, (c) => show(office, c));
  app.post(`${languages}/invitation`, (c) => accept(office, c));
  return app;
};

/** An invitation that can still be accepted. */
export interface Invited {
  readonly secret: string;
  readonly email: string;
  /** As holder, as deputy, or as holder in place of the one who holds it. */
  readonly how: 'holder' | 'deputy' | 'handOver';
  readonly post: Post;
  readonly inviter?: Post;
  /** Whether somebody signs in with the address already. */
  readonly known: boolean;
}

async function show(office: Office, c: Context): Promise<Response> {
  const secret = new URL(c.req.url).searchParams.get('secret') ?? '';
  const invited = await invitedBy(office, secret);
  return typeof invited === 'string' ? noMore(c, invited) : invitationPage(c, invited);
}

async function accept(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c);
  const invited = await invitedBy(office, form.get('secret') ?? '');
  if (typeof invited === 'string') return noMore(c, invited);
  const { secret, email, known } = invited;
  const name = form.get('name') ?? '';
  const password = form.get('password') ?? '';
  const person = { name, language: t.lang, password };
  const taken = await tried(c, t, () => acceptInvitation(office, secret, person));
  if ('refused' in taken) {
    return taken.refused.code === 'linkExpired'
      ? noMore(c, 'over')
      : invitationPage(c, invited, { name, refused: taken.refused });
  }
  const onward = toDesk(t.lang);
  // An old account has its own password and perhaps a second factor: the invitation does not stand in for them.
  if (known) {
    const session = await sessionOf(office, c);
    if (session?.account.id === taken.account.id) return c.redirect(onward.to, 303);
    return signInPage(office, c, { onward, email, said: t('invitation.accepted') });
  }
  return pastFirst(office, c, await office.accounts.signIn(email, password, attemptOf(c)), onward);
}

async function invitedBy(office: Office, secret: string): Promise<Invited | NoMore> {
  const read = await readInvitation(office, secret);
  if (typeof read === 'string') return read;
  await follow(office);
  const posts = office.board.posts();
  const post = posts.get(read.post);
  if (post === undefined || post.closedAt !== undefined) return 'over';
  const { email } = read;
  const how = read.handOver === true ? 'handOver' : read.deputy ? 'deputy' : 'holder';
  const inviter = posts.get(read.inviter ?? '');
  const known = (await office.accounts.findByEmail(email)) !== undefined;
  return { secret, email, how, post, known, ...(inviter === undefined ? {} : { inviter }) };
}

/** Taken back by whoever sent it; `over`: expired, accepted already, or to a post that was closed. */
type NoMore = 'withdrawn' | 'over';

type InvitationSecret = Extract<LetterSecret, { purpose: 'invitation' }>;

async function readInvitation({ accounts }: Office, secret: string): Promise<InvitationSecret | NoMore> {
  try {
    const read = await accounts.readLetter(secret);
    if (read.purpose === 'invitation') return read;
    return read.purpose === 'withdrawnInvitation' ? 'withdrawn' : 'over';
  } catch (error) {
    if (error instanceof Fault && error.code === 'linkExpired') return 'over';
    throw error;
  }
}

function noMore(c: Context, why: NoMore): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t(`invitation.${why}`);
  const body = html`<h1>${title}</h1><p>${t(`invitation.${why}Text`)}<p><a href="${pageAddress(t.lang, '/sign-in')}">${t('signIn.title')}</a>`;
  return deskPage(c, { title, path: '/sign-in', body, status: 400 });
}
