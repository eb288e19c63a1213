import type { Context } from 'hono';
import type { Office } from '../../operations/house.ts';
import type { Session, SignIn } from '../../operations/ports/accounts.ts';
import { postsOf } from '../../operations/posts/actor.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { rememberSession } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { submit } from './inputs.ts';
import { isolated } from './isolated.ts';
import type { Onward } from './onward.ts';
import { codePage } from './sign-in-page.ts';

/** On after the first factor: to the second where there is one, else to where the person was going. */
export function pastFirst(
  office: Office,
  c: Context,
  signIn: SignIn,
  onward: Onward,
): Response | Promise<Response> {
  return 'session' in signIn
    ? goOn(office, c, signIn.session, onward)
    : codePage(office, c, { ...signIn, onward });
}

/** Signed in: to where the person was going, or first to what was typed. */
export function goOn(
  office: Office,
  c: Context,
  session: Session,
  onward: Onward,
): Response | Promise<Response> {
  rememberSession(office, c, session);
  c.header('cache-control', 'private, no-store');
  return onward.typed === undefined ? c.redirect(onward.to, 303) : keptPage(office, c, session, onward);
}

/** What was typed before the session ended, to be sent again as a form of this session by the person's own decision. */
export async function keptPage(
  office: Office,
  c: Context,
  session: Session,
  { to, typed = new URLSearchParams() }: Onward,
  status: 200 | 403 = 200,
): Promise<Response> {
  const t = wordsOf(c);
  const visitor = { session, posts: await postsOf(office, session) };
  const title = t('signIn.kept.title');
  const fields = [...typed].map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`);
  const body = html`<h1>${title}</h1><p>${t('signIn.as', { name: isolated(session.account.name) })} ${t('signIn.kept.text')}</p><form method=post action="${to}">${formFields(session.formToken)}${fields}${submit(t('signIn.kept.submit'))}</form>`;
  return deskPage(c, { title, path: '/sign-in', body, visitor, status });
}
