import type { JsonLdNode } from '../exchange/linked/node.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import type { MessageKey, Translate } from '../wording/messages.ts';
import { colon } from '../wording/punctuation.ts';
import { languageAddress, pageAddress } from './address.ts';
import type { Visitor } from './desk/visitor.ts';
import { footnotes } from './footnotes.ts';
import { head } from './head.ts';
import { type Html, html, markup } from './html.ts';
import { pageInReadingOrder } from './reading-order.ts';

/** The entries of the menu, with where they lead. */
const entries = [
  { name: 'search', path: '/search' },
  { name: 'flows', path: '/flows' },
  { name: 'countries', path: '/countries' },
  { name: 'practices', path: '/search?kind=practice' },
  { name: 'organisations', path: '/search?kind=organisation' },
  { name: 'events', path: '/search?kind=event' },
  { name: 'needs', path: '/needs' },
  { name: 'followUp', path: '/follow-up' },
] as const satisfies readonly { readonly name: string; readonly path: string }[];

export type MenuEntry = (typeof entries)[number]['name'];

/** What the languages call themselves. */
export const ownNames: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  ru: 'Русский',
  zh: '中文',
  pt: 'Português',
};

export interface Page {
  readonly t: Translate;
  /** Of this page alone; the name of the house follows it. Empty on the home page. */
  readonly title: string;
  /** The address without its language: `/flows?kind=activity`. */
  readonly path: string;
  readonly body: Html;
  /** What stands in the deep part under the menu: the search question and the map. */
  readonly hero?: Html;
  readonly current?: MenuEntry;
  /** One or two sentences for search engines; the house's own unless given. */
  readonly description?: string;
  /** Addresses of the same content in other forms: media type and path without language. */
  readonly otherForms?: readonly { readonly type: string; readonly path: string }[];
  /** The page's subject as linked data, under the names of schema.org; that it is a page of the house, unless given. */
  readonly subject?: JsonLdNode;
  /** Name and content of tags that reference managers read. */
  readonly tags?: readonly (readonly [name: string, content: string])[];
  /** Address of the picture shown beside links to the page, without language; that of the house unless given. */
  readonly picture?: string;
  /** Scheme and host under which the world reaches the node; empty where nobody said. */
  readonly origin?: string;
  /** Keeps search engines out: errors, differences, deep pages. */
  readonly unlisted?: boolean;
  /** Style of pages that only signed-in people see. */
  readonly moreStyle?: string;
  /** Who is signed in; such a page is never kept for others. */
  readonly visitor?: Visitor;
}

const logo = markup(
  '<svg viewBox="0 0 38 26" aria-hidden=true fill=none stroke=#fff stroke-width=2.4><path d="M1 8h36" stroke=#8890e6 /><path d="M6 8c2 19 24 19 26 0" stroke=#ffb81c stroke-width=3.4 /><circle cx=6 cy=8 r=4.4 fill=#fff /><circle cx=32 cy=8 r=4.4 fill=#161a4e /></svg>',
);

/** The whole document: nothing else is fetched to show it, and nothing in it needs script. */
export function page(options: Page): Html {
  const { t, body, hero } = options;
  const { lang } = t;
  return pageInReadingOrder(html`<!doctype html><html lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>${head(options)}
<body><a class=skip href="#main">${t('nav.skip')}</a>
<header><div class="w head"><a class=brand href="/${lang}/">${logo}${t('site.name')}</a>${menu(options)}<div class=me>${languageMenu(options)}${deskLink(options)}<a class=menu href="#menu">${t('nav.menu')}</a></div></div>
${hero === undefined ? '' : html`<div class=hero><div class=w>${hero}</div></div>`}</header><div class=weave></div>
<main class=w id=main>${body}</main>
<footer><div class=w><ul><li><a href="/${lang}/about">${t('nav.about')}</a><li><a href="/${lang}/about#data">${t('nav.data')}</a><li><a href="/${lang}/solved">${t('solved.title')}</a><li><a href="/${lang}/focal-points">${t('focal.title')}</a><li><a href="/${lang}/reservations">${t('reservations.title')}</a><li><a href="/${lang}/iati">${t('iati.title')}</a><li><a href="/${lang}/check">${t('check.title')}</a><li><a href="/${lang}/api">${t('apiDocs.title')}</a></ul><p>${t('site.promise')}${footnotes(t)}</div></footer>`);
}

function menu({ t, current }: Page): Html {
  return html`<nav class=main id=menu aria-label="${t('nav.label')}"><ul>${entries.map(
    ({ name, path }) =>
      html`<li><a href="${pageAddress(t.lang, path)}"${current === name && markup(' aria-current=page')}>${t(`nav.${name}` satisfies MessageKey)}</a>`,
  )}</ul></nav>`;
}

/** The way to the workspace: to signing in for everybody else. */
function deskLink({ t, visitor }: Page): Html {
  return visitor === undefined
    ? html`<a class=menu-in href="${pageAddress(t.lang, '/sign-in')}" rel=nofollow>${t('nav.signIn')}</a>`
    : html`<a class=menu-in href="${pageAddress(t.lang, '/desk')}">${t('nav.desk')}</a>`;
}

function languageMenu({ t, path }: Page): Html {
  return html`<details><summary aria-label="${t('nav.languages')}${colon(t)}${ownNames[t.lang]}">${ownNames[t.lang]}</summary><ul>${interfaceLanguages.map(
    (lang) =>
      html`<li><a href="${languageAddress(lang, path)}" hreflang=${lang} lang=${lang} rel=nofollow${lang === t.lang && markup(' aria-current=true')}>${ownNames[lang]}</a>`,
  )}</ul></details>`;
}
