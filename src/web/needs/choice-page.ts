import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { changeInterestOfPost, interestOfPost } from '../../operations/requests/subscribe.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { getVisitor } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { submit } from '../sign-in/inputs.ts';
import { choicePath, choiceWords } from './choice-words.ts';
import { askedFields, askedIn, followPath } from './follow-page.ts';

/**
 * One thing that a post hears of, to be changed or ended by whoever holds the post: letters lead here.
 * @throws Fault `signInNeeded`, `noHolder` for that of another post, `notFound` for one that was ended.
 */
export async function choicePage(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const id = new URL(c.req.url).searchParams.get('interest') ?? '';
  const found = await interestOfPost(office, visitor.session, id);
  if (found === undefined) throw new Fault('notFound', { register: 'interest', got: id });
  const { to, words, profile, filters } = found;
  const post = visitor.posts.find((one) => 'post' in to && one.id === to.post);
  const fields = () => formFields(visitor.session.formToken, { interest: id });
  const title = t('interest.choice');
  const body = html`<p><a href="${pageAddress(t.lang, `${followPath}#own`)}">${t('interest.ofPosts')}</a></p><h1>${title}</h1><p>${
    post !== undefined && html`<b>${shownText(t, post.title)}</b> · `
  }${choiceWords(t, found)}</p><form method=post action="${pageAddress(t.lang, `${followPath}/choice`)}">${fields()}${askedFields(
    t,
    { words, profile, filters },
  )}${submit(t('interest.change'))}</form><form method=post action="${pageAddress(t.lang, `${followPath}/end`)}">${fields()}<p class=help>${t('interest.forAllHolders')}</p><button class=quiet>${t('interest.stop')}</button></form>`;
  return deskPage(c, { title, path: choicePath(id), body, visitor });
}

/** From now on the post hears of what the form says. */
export async function changeChoice(office: Office, c: Context): Promise<Response> {
  const { lang } = wordsOf(c);
  const typed = await readPost(office, c);
  const { session } = await getVisitor(office, c);
  const { words, profile, filters } = askedIn(typed);
  const wanted = { language: lang, words, profile, filters };
  await changeInterestOfPost(office, session, typed.get('interest') ?? '', wanted);
  return c.redirect(pageAddress(lang, `${followPath}#own`), 303);
}
