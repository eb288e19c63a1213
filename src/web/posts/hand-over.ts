import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { Post } from '../../lifecycle/post.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import { inviteByMail } from '../../operations/posts/invite-by-mail.ts';
import { formerOf, handOverAndTell } from '../../operations/posts/tell-hand-over.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatDate, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { type Html, html } from '../html.ts';
import { chosenOf, reasonLines } from '../review/inputs.ts';
import { attempt } from './attempt.ts';
import { belongings } from './belongings.ts';
import { backToPost } from './change-post.ts';
import { namesOf, personName } from './holders.ts';
import { line, problem } from './inputs.ts';
import { type Keeping, keepingOf } from './keeping.ts';
import { letterIn } from './staffing.ts';

/** To whom the post goes. */
export async function askHandOver(office: Office, c: Context): Promise<Response> {
  return askPage(c, await keepingOf(office, c), new URLSearchParams());
}

/** The preview, and the one step after it. */
export async function doHandOver(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const keeping = await keepingOf(office, c);
  const email = (form.get('email') ?? '').trim();
  const to = await office.accounts.findByEmail(email);
  if (form.get('step') !== 'do') return previewPage(office, c, keeping, form, to);
  const tried = await attempt(t, () =>
    to === undefined ? inviteTo(office, keeping, form, t.lang) : giveTo(office, keeping, form, to),
  );
  if ('refused' in tried) return askPage(c, keeping, form, tried.refused);
  const done = to === undefined ? 'invited' : 'handedOver';
  const mine = keeping.visitor.posts.some(({ id }) => id === keeping.post.id);
  // Whoever gave the own post away may no longer see its page.
  const path = mine && to !== undefined ? '/desk' : `/posts/${keeping.post.id}?done=${done}`;
  return c.redirect(pageAddress(t.lang, path), 303);
}

async function giveTo(
  office: Office,
  { post, keeper }: Keeping,
  form: URLSearchParams,
  to: Account,
): Promise<void> {
  const reason = form.get('reason') ?? '';
  await handOverAndTell(office, keeper('handOver'), post.id, to, { reason });
}

async function inviteTo(
  office: Office,
  { post, keeper }: Keeping,
  form: URLSearchParams,
  lang: string,
): Promise<void> {
  const invitation = {
    email: (form.get('email') ?? '').trim(),
    post: post.id,
    deputy: false,
    handOver: true,
  };
  await inviteByMail(office, keeper('handOver'), { ...invitation, ...letterIn(form, lang) });
}

function askPage(
  c: Context,
  { post, visitor, keeper }: Keeping,
  typed: URLSearchParams,
  refused?: string,
): Response | Promise<Response> {
  const t = wordsOf(c);
  keeper('handOver');
  const path = `/posts/${post.id}/hand-over`;
  const languages = interfaceLanguages.map((code) => ({ code, label: languageName(code, t.lang) }));
  const body = html`${backToPost(t, post)}<h1>${t('post.handOver')}</h1>${problem(refused)}<p>${t('handOver.help')}</p><form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, { once: randomUUID() })}${line({ name: 'email', label: t('handOver.to'), value: typed.get('email') ?? '', keys: 'email', needed: true })}${chosenOf('language', t('post.letterIn'), languages, typed.get('language') ?? t.lang)}${reasonLines(t, typed)}<p><button>${t('handOver.look')}</button></form>`;
  return deskPage(c, {
    title: t('post.handOver'),
    path,
    body,
    visitor,
    status: refused === undefined ? 200 : 400,
  });
}

async function previewPage(
  office: Office,
  c: Context,
  { post, visitor, keeper }: Keeping,
  form: URLSearchParams,
  to: Account | undefined,
): Promise<Response> {
  const t = wordsOf(c);
  keeper('handOver');
  const path = `/posts/${post.id}/hand-over`;
  const typed = ['email', 'language', 'reason', 'once'].map((name) => [name, form.get(name) ?? '']);
  const hidden = Object.fromEntries([...typed, ['step', 'do']]);
  const body = html`${backToPost(t, post)}<h1>${t('post.handOver')}</h1>${await meaning(office, t, post, hidden['email'] ?? '', to)}<p>${belongings(t, office, post)}</p><form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, hidden)}<p><button>${t(to === undefined ? 'handOver.invite' : 'handOver.do')}</button> <a href="${pageAddress(t.lang, path)}">${t('handOver.other')}</a></form>`;
  return deskPage(c, { title: t('post.handOver'), path, body, visitor });
}

/** Who comes and who goes, from when on. */
async function meaning(
  office: Office,
  t: Translate,
  post: Post,
  email: string,
  to: Account | undefined,
): Promise<Html> {
  const former = formerOf(office, post);
  const names = await namesOf(office, [post]);
  const going = listOf(
    t.lang,
    former.map((id) => `\u2068${personName(t, names, id)}\u2069`),
  );
  const from = formatDate(t.lang, today(office));
  const comes =
    to === undefined
      ? t('handOver.byInvitation', { email: `\u2068${email}\u2069` })
      : t('handOver.toAccount', { email: `\u2068${email}\u2069`, date: from });
  return html`<p class=note>${comes}${former.length > 0 && ` ${t('handOver.from', { names: going })}`}`;
}
