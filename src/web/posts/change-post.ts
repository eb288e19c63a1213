import type { Context } from 'hono';
import type { PostProfile } from '../../lifecycle/post.ts';
import type { Office } from '../../operations/house.ts';
import { changePost, closePost, type PostAsSeen } from '../../operations/posts/keep-post.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { type Html, html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { reasonLines } from '../review/inputs.ts';
import { attempt } from './attempt.ts';
import { belongings } from './belongings.ts';
import { problem } from './inputs.ts';
import { type Keeping, keepingOf } from './keeping.ts';
import { type PostPower, postForm } from './post-form.ts';
import { readPostForm, typedPost } from './read-post-form.ts';

/** The way back to a post, by its name. */
export function backToPost(t: Translate, { id, title }: Keeping['post']): Html {
  return html`<p><a href="${pageAddress(t.lang, `/posts/${id}`)}">${shownText(t, title)}</a></p>`;
}

export async function askChange(office: Office, c: Context): Promise<Response> {
  const keeping = await keepingOf(office, c);
  return changePage(c, keeping, keeping.post);
}

/** What the post is, said anew. */
export async function doChange(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const keeping = await keepingOf(office, c);
  const { post, keeper } = keeping;
  const changed = await attempt(t, async () =>
    changePost(office, keeper('change'), post.id, readPostForm(form, t.lang), asSeen(form)),
  );
  if ('refused' in changed) return changePage(c, keeping, typedPost(form), changed.refused);
  return c.redirect(pageAddress(t.lang, `/posts/${post.id}?done=changed`), 303);
}

function changePage(
  c: Context,
  keeping: Keeping,
  profile: Partial<PostProfile>,
  refused?: string,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const { post, visitor } = keeping;
  const path = `/posts/${post.id}/edit`;
  const body = html`${backToPost(t, post)}<h1>${t('post.edit')}</h1>${problem(refused)}<form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, { seen: post.seq ?? 0 })}${postForm(t, profile, powerOver(keeping))}${reasonLines(t, new URLSearchParams())}<p><button>${t('post.save')}</button></form>`;
  return deskPage(c, {
    title: t('post.edit'),
    path,
    body,
    visitor,
    status: refused === undefined ? 200 : 400,
  });
}

/** A kind stays what it is. An administrator may move a post to another country; nobody changes the power of the own post. */
function powerOver({ post, keeper }: Keeping): PostPower {
  const by = keeper('change').post;
  const administers = by.kind === 'administrator';
  const country = administers ? undefined : post.country;
  return { kinds: [post.kind], country, power: administers || by.id !== post.id };
}

/** What closing means, before it is done. */
export async function askClose(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const { post, visitor, keeper } = await keepingOf(office, c);
  keeper('close');
  const path = `/posts/${post.id}/close`;
  const body = html`${backToPost(t, post)}<h1>${t('post.close')}</h1><p>${t('post.close.means')}</p><p>${belongings(t, office, post)}</p><form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, { seen: post.seq ?? 0 })}${reasonLines(t, new URLSearchParams())}<p><button>${t('post.close')}</button></form>`;
  return deskPage(c, { title: t('post.close'), path, body, visitor });
}

export async function doClose(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, keeper } = await keepingOf(office, c);
  await closePost(office, keeper('close'), post.id, asSeen(form));
  return c.redirect(pageAddress(t.lang, '/posts'), 303);
}

/** Why, and on the post as the form showed it. */
function asSeen(form: URLSearchParams): PostAsSeen {
  const seen = form.get('seen') ?? '';
  return { reason: form.get('reason') ?? '', ...(/^\d{1,15}$/.test(seen) ? { seen: Number(seen) } : {}) };
}
