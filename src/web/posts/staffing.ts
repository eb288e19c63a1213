import type { Context } from 'hono';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Office } from '../../operations/house.ts';
import { appoint, getAccountOf, relieve } from '../../operations/posts/appoint.ts';
import { inviteByMail } from '../../operations/posts/invite-by-mail.ts';
import { resetFactor } from '../../operations/posts/reset-factor.ts';
import { withdrawInvitation } from '../../operations/posts/withdraw-invitation.ts';
import { pageAddress } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { attempt } from './attempt.ts';
import { type Keeping, keepingOf } from './keeping.ts';
import { postPage } from './post-page.ts';

/** Invites somebody to the post, or appoints somebody who has an account. */
export async function staff(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const keeping = await keepingOf(office, c);
  const appoints = form.get('how') === 'appoint';
  const tried = await attempt(t, () =>
    appoints ? appointTyped(office, keeping, form) : inviteTyped(office, keeping, form, t.lang),
  );
  if ('refused' in tried) return postPage(office, c, { refused: tried.refused, typed: form });
  const done = appoints ? 'appointed' : 'invited';
  return c.redirect(pageAddress(t.lang, `/posts/${keeping.post.id}?done=${done}`), 303);
}

async function appointTyped(office: Office, { post, keeper }: Keeping, form: URLSearchParams): Promise<void> {
  const account = await getAccountOf(office, form.get('email') ?? '');
  const tenure = { account: account.id, deputy: form.get('as') === 'deputy' };
  await appoint(office, keeper('appoint'), post.id, tenure, { reason: form.get('reason') ?? '' });
}

async function inviteTyped(
  office: Office,
  { post, keeper }: Keeping,
  form: URLSearchParams,
  lang: string,
): Promise<void> {
  const email = (form.get('email') ?? '').trim();
  const invitation = { email, post: post.id, deputy: form.get('as') === 'deputy' };
  await inviteByMail(office, keeper('appoint'), { ...invitation, ...letterIn(form, lang) });
}

/** The language of the letter, and the name of the form that asked for it. */
export function letterIn(form: URLSearchParams, lang: string) {
  const [language = '', once = ''] = [form.get('language') ?? lang, form.get('once') ?? ''];
  return {
    language: isInterfaceLanguage(language) ? language : ('en' as const),
    once: /^[\w-]{8,40}$/.test(once) ? once : 'unnamed',
  };
}

/** Somebody no longer holds the post. */
export async function doRelieve(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, keeper } = await keepingOf(office, c);
  const account = form.get('account') ?? '';
  const reason = form.get(`reason:${account}`) ?? '';
  const tried = await attempt(t, () => relieve(office, keeper('appoint'), post.id, account, { reason }));
  if ('refused' in tried) return postPage(office, c, { refused: t('post.notHolding'), typed: form });
  return c.redirect(pageAddress(t.lang, `/posts/${post.id}?done=relieved`), 303);
}

/** Somebody who holds the post has lost the second factor. */
export async function doResetFactor(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, keeper } = await keepingOf(office, c);
  const account = form.get('account') ?? '';
  const reason = form.get(`reset:${account}`) ?? '';
  const tried = await attempt(t, () => resetFactor(office, keeper('appoint'), post.id, account, { reason }));
  if ('refused' in tried)
    return postPage(office, c, { refused: tried.refused, typed: new URLSearchParams() });
  return c.redirect(pageAddress(t.lang, `/posts/${post.id}?done=factorReset`), 303);
}

/** An invitation that was sent to a wrong address, or is no longer meant, is taken back. */
export async function doWithdraw(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, keeper, may } = await keepingOf(office, c);
  const by = keeper(may('appoint') ? 'appoint' : 'handOver');
  const tried = await attempt(t, () => withdrawInvitation(office, by, post.id, form.get('email') ?? ''));
  if ('refused' in tried)
    return postPage(office, c, { refused: tried.refused, typed: new URLSearchParams() });
  return c.redirect(pageAddress(t.lang, `/posts/${post.id}?done=invitationWithdrawn`), 303);
}
