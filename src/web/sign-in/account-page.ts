import type { Context } from 'hono';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Office } from '../../operations/house.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import type { Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { ownNames } from '../layout.ts';
import { shownText } from '../pieces/texts.ts';
import { factorForms } from './authenticator-page.ts';
import { choice, done, nameInput, passwordInput, problem, submit, tick } from './inputs.ts';
import { type Adding, addingForm, passkeyForms } from './passkey-forms.ts';
import { withPasskeys } from './passkey-script.ts';
import type { Refusal } from './refusal.ts';
import { signOutForms } from './sign-out.ts';

export interface AccountNews {
  readonly said?: string;
  readonly refused?: Refusal;
  /** What was typed and refused, shown in place of what is kept. */
  readonly typed?: Partial<Account>;
  /** A passkey whose adding has begun. */
  readonly adding?: Adding;
}

/** Everything a person can change about the own account. */
export async function accountPage(
  { accounts }: Office,
  c: Context,
  visitor: Visitor,
  { said, refused, typed = {}, adding }: AccountNews,
): Promise<Response> {
  const t = wordsOf(c);
  const { session, posts } = visitor;
  const { account, formToken, justProven } = session;
  const title = t('account.title');
  const passkeys = await accounts.passkeys.list(account.id);
  const body = html`<h1>${title}</h1><p><bdi>${account.email}</bdi></p>${problem(refused?.words)}${done(said)}${adding && addingForm(t, session, adding)}${aboutForm(t, { ...account, ...typed }, formToken)}<h2>${t('account.posts')}</h2>${postList(t, posts, account.id)}${passwordForm(t, formToken, justProven)}${factorForms(t, session, passkeys.length > 0)}${passkeyForms(t, session, passkeys)}<h2>${t('account.data')}</h2><p>${t('account.data.text')} <a href="${pageAddress(t.lang, '/account.json')}" download>${t('account.data.get')}</a></p><h2>${t('signIn.out')}</h2>${signOutForms(t, formToken)}${withPasskeys(c)}`;
  return deskPage(c, { title, path: '/account', body, visitor, status: refused?.status ?? 200 });
}

function aboutForm(t: Translate, account: Account, formToken: string): Html {
  const languages = interfaceLanguages.map((lang) => [lang, ownNames[lang]] as const);
  const language = { name: 'language', label: 'account.language', value: account.language } as const;
  return html`<h2>${t('account.about')}</h2><form method=post action="${pageAddress(t.lang, '/account')}">${formFields(formToken)}${nameInput(t, account.name)}${choice(t, language, languages)}${tick(t, 'digest', 'account.digest', account.digest)}${tick(t, 'nameShown', 'account.nameShown', account.nameShown, t('account.nameShown.help'))}${submit(t('account.save'))}</form>`;
}

function postList(t: Translate, posts: readonly Post[], account: string): Html {
  if (posts.length === 0) return html`<p>${t('account.posts.none')}</p>`;
  const line = (post: Post): Html => {
    const tenure = post.tenures.findLast((one) => one.account === account);
    const since = {
      deputy: tenure?.deputy === true ? 'yes' : 'no',
      date: formatDate(t.lang, tenure?.from ?? post.openedAt.slice(0, 10)),
    };
    return html`<li><b>${shownText(t, post.title)}</b> <small>(${t('account.posts.since', since)})</small>`;
  };
  return html`<ul>${posts.map(line)}</ul>`;
}

function passwordForm(t: Translate, formToken: string, justProven: boolean): Html {
  const old = {
    name: 'oldPassword',
    label: 'account.password.old',
    help: t('account.password.forgotten'),
  } as const;
  const wanted = {
    name: 'newPassword',
    label: 'account.password.new',
    help: t('account.password.help'),
  } as const;
  return html`<h2>${t('account.password')}</h2><form method=post action="${pageAddress(t.lang, '/account/password')}">${formFields(formToken)}${!justProven && passwordInput(t, old, 'current')}${passwordInput(t, wanted, 'new')}${submit(t('account.password.set'))}</form>`;
}
