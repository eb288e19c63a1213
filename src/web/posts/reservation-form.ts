import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { withoutMarks } from '../../kernel/footnote-mark.ts';
import { type LangText, langTextFrom } from '../../kernel/lang-text.ts';
import { interfaceLanguages, type LanguageTag } from '../../kernel/language-tag.ts';
import { fold } from '../../language/fold.ts';
import type { ReservedThing } from '../../lifecycle/event.ts';
import type { Office } from '../../operations/house.ts';
import { liftWords, reserveWords } from '../../operations/review/reserve.ts';
import { reservableLists } from '../../vocabulary/all-lists.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { optionLabel } from '../forms/options.ts';
import { type Html, html } from '../html.ts';
import { textLines } from '../review/inputs.ts';
import { attempt } from './attempt.ts';
import { line, oneOf, problem } from './inputs.ts';
import { listName } from './reserved-thing.ts';

const mostFound = 30;

type OnWords = Extract<ReservedThing, { kind: 'label' | 'word' }>;

/** The page on which a focal point picks a label, or gives a word in its languages, and says what its country reserves. */
export async function askReservation(office: Office, c: Context): Promise<Response> {
  return formPage(office, c, new URL(c.req.url).searchParams);
}

/** Attaches the reservation and shows the list with it. */
export async function doReserve(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const tried = await attempt(t, async () =>
    reserveWords(office, actor, { on: thingIn(form), text: textIn(form, t.lang) }),
  );
  if ('refused' in tried) return formPage(office, c, form, t('reservations.needs'));
  return c.redirect(pageAddress(t.lang, '/reservations'), 303);
}

export async function doLift(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  await liftWords(office, await actorOf(office, c, form), form.get('reservation') ?? '');
  return c.redirect(pageAddress(wordsOf(c).lang, '/reservations'), 303);
}

async function formPage(
  office: Office,
  c: Context,
  typed: URLSearchParams,
  refused?: string,
): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const post = visitor.posts.find(
    ({ id, kind }) => kind === 'focalPoint' && (typed.get('post') ?? id) === id,
  );
  if (post === undefined) {
    const right = t('postKind.focalPoint');
    throw new Fault('notAllowed', { step: 'reserve', post: typed.get('post') ?? '', right });
  }
  const q = typed.get('label') ?? '';
  const hidden = formFields(visitor.session.formToken, { post: post.id, label: q });
  const path = '/reservations/new';
  const body = html`<p><a href="${pageAddress(t.lang, '/reservations')}">${t('reservations.title')}</a></p><h1>${t('reservations.make')}</h1>${problem(refused)}<p>${t('reservations.means')}</p><h2>${t('reservations.onLabel')}</h2><form action="${pageAddress(t.lang, path)}"><input type=hidden name=post value="${post.id}">${line({ name: 'label', label: t('reservations.search'), value: q })}<p><button class=quiet>${t('search.button')}</button></form>${labelForm(t, typed, q, hidden)}<h2>${t('reservations.onWord')}</h2><p class=soft>${t('reservations.onWord.help')}</p>${wordForm(t, typed, hidden)}`;
  const address = `${path}?${new URLSearchParams({ post: post.id, label: q })}`;
  return deskPage(c, {
    title: t('reservations.make'),
    path: address,
    body,
    visitor,
    status: refused === undefined ? 200 : 400,
  });
}

function labelForm(t: Translate, typed: URLSearchParams, q: string, hidden: Html): Html {
  if (q.trim() === '') return html``;
  const found = labelsWith(t, q);
  if (found.length === 0) return html`<p class=note>${t('search.noneFor', { q })}`;
  return html`<form method=post action="${pageAddress(t.lang, '/reservations')}">${hidden}${oneOf(t('reservations.which'), 'on', found, typed.get('on') ?? '')}${textInputs(t, typed, 'l')}<p><button>${t('reservations.attach')}</button></form>`;
}

/** Labels of all lists in which the words stand, in the reader's language, in English or as a code. */
function labelsWith(t: Translate, q: string): readonly { readonly value: string; readonly label: Html }[] {
  const wanted = fold(q.trim());
  const found = reservableLists.flatMap((list) =>
    [...list.entries.values()].flatMap(({ code, names }) => {
      const name = optionLabel(list, code, t);
      const hit = [withoutMarks(name), names['en'] ?? '', code].some((one) => fold(one).includes(wanted));
      if (!hit) return [];
      return [
        { value: `${list.name}/${code}`, label: html`${name} <small>(${listName(t, list.name)})</small>` },
      ];
    }),
  );
  return found.slice(0, mostFound);
}

function wordForm(t: Translate, typed: URLSearchParams, hidden: Html): Html {
  const [first, ...rest] = inLanguages(t).map(({ lang, name }) =>
    line({
      name: `form.${lang}`,
      label: t('form.inLanguage', { what: t('reservations.word'), language: name }),
      value: typed.get(`form.${lang}`) ?? '',
      lang,
    }),
  );
  return html`<form method=post action="${pageAddress(t.lang, '/reservations')}">${hidden}${first}<details><summary>${t('reservations.otherForms')}</summary>${rest}</details>${textInputs(t, typed, 'w')}<p><button>${t('reservations.attach')}</button></form>`;
}

/** What is reserved, in the country's own words; `of` keeps the names of two forms on one page apart. */
function textInputs(t: Translate, typed: URLSearchParams, of: 'l' | 'w'): Html {
  const [first, ...rest] = inLanguages(t).map(({ lang, name }) =>
    textLines({
      name: `${of}text.${lang}`,
      label: t('form.inLanguage', { what: t('reservations.text'), language: name }),
      text: typed.get(`${of}text.${lang}`) ?? '',
      wrong: undefined,
    }),
  );
  return html`${first}<details><summary>${t('reservations.otherTexts')}</summary>${rest}</details>`;
}

/** The seven languages, the reader's first. */
function inLanguages(t: Translate): readonly { readonly lang: string; readonly name: string }[] {
  const tags = [t.lang, ...interfaceLanguages.filter((one) => one !== t.lang)];
  return tags.map((lang) => ({ lang, name: languageName(lang, t.lang) }));
}

/** @throws Fault `invalid`. */
function thingIn(form: URLSearchParams): OnWords {
  const [list = '', ...code] = (form.get('on') ?? '').split('/');
  if (list !== '') return { kind: 'label', list, code: code.join('/') };
  return { kind: 'word', forms: typedTexts(form, ['form.']) };
}

/** @throws Fault `invalid` where nothing was said. */
function textIn(form: URLSearchParams, lang: LanguageTag): LangText {
  const text = langTextFrom(typedTexts(form, ['ltext.', 'wtext.']), [lang, ...interfaceLanguages]);
  if (text === undefined) throw new Fault('invalid', { place: 'text', got: '', right: '…' });
  return text;
}

function typedTexts(form: URLSearchParams, starts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    interfaceLanguages.flatMap((lang) => {
      const text = starts.map((start) => form.get(`${start}${lang}`)?.trim() ?? '').find((one) => one !== '');
      return text === undefined ? [] : [[lang, text]];
    }),
  );
}
