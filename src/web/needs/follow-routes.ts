import { type Context, Hono } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { confirmInterest, endInterest, subscribe } from '../../operations/requests/subscribe.ts';
import type { Aspect, Profile } from '../../requests/interests.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages as languageList } from '../../vocabulary/languages.ts';
import { sdgs } from '../../vocabulary/sdg.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { faultText } from '../../wording/fault-text.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost, readTyped } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { statusFor } from '../errors.ts';
import { type Option, optionsOf } from '../forms/options.ts';
import { type Html, html } from '../html.ts';
import { followLinks } from '../pages/follow-links.ts';
import { emailInput, submit } from '../sign-in/inputs.ts';
import { isolated } from '../sign-in/isolated.ts';

const longestWords = 300;
const mostValues = 60;
const path = '/follow';

/** To be told of new needs and offers by mail: asked for by anybody, confirmed by the mailbox, ended by one press. */
export const followRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}${path}`, (c) => form(office, c, new URL(c.req.url).searchParams));
  app.post(`${languages}${path}`, (c) => ask(office, c));
  app.get(`${languages}${path}/confirm`, (c) => pressed(c, 'confirm'));
  app.post(`${languages}${path}/confirm`, async (c) => {
    const typed = await readTyped(c);
    await confirmInterest(office, typed.get('secret') ?? '');
    return said(c, 'interest.confirmed');
  });
  app.get(`${languages}${path}/stop`, (c) => pressed(c, 'stop'));
  app.post(`${languages}${path}/stop`, async (c) => {
    // A mail program presses by itself, with the secret in the address (RFC 8058).
    await endInterest(office, new URL(c.req.url).searchParams.get('secret') ?? '');
    return said(c, 'interest.ended');
  });
  return app;
};

async function ask(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const typed = await readOpenPost(office, c);
  const email = (typed.get('email') ?? '').trim();
  const words = (typed.get('q') ?? '').trim().slice(0, longestWords);
  try {
    await subscribe(office, { email, language: t.lang, profile: profileIn(typed), words });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return form(office, c, typed, error);
  }
  const title = t('interest.asked');
  const body = html`<h1>${title}</h1><p>${t('interest.askedText', { email: isolated(email) })}`;
  return deskPage(c, { title, path, body });
}

function profileIn(typed: URLSearchParams): Profile {
  const chosen = (Object.keys(parameters) as Aspect[]).flatMap((aspect) => {
    const values = typed.getAll(parameters[aspect]).filter((value) => value !== '' && value.length <= 40);
    return values.length === 0 ? [] : [[aspect, [...new Set(values)].slice(0, mostValues)] as const];
  });
  return Object.fromEntries(chosen);
}

/** Named as a search names them, so that a search can be saved as it stands in the address. */
const parameters: Readonly<Record<Aspect, string>> = {
  kinds: 'kind',
  countries: 'country',
  sectors: 'sector',
  goals: 'sdg',
  languages: 'language',
};

function form(
  office: Office,
  c: Context,
  given: URLSearchParams,
  fault?: Fault,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('interest.ask');
  const follow = { path: '/search', query: '?kind=need&kind=offer', kinds: ['need', 'offer'] };
  const body = html`<h1>${title}</h1><p class=sum>${t('interest.lead')}</p>${
    fault !== undefined && html`<p class=error role=alert>${faultText(t, fault)}`
  }<form method=post action="${pageAddress(t.lang, path)}">${emailInput(t, { value: given.get('email') ?? '', help: t('interest.emailHelp') })}<div class=f><label for=words>${t('interest.words')}</label><input id=words name=q maxlength=${longestWords} dir=auto value="${given.get('q') ?? ''}"></div>${(
    Object.keys(parameters) as Aspect[]
  ).map((aspect) =>
    several(t, aspect, given.getAll(parameters[aspect])),
  )}${submit(t('interest.submit'))}</form><p class=help>${t('interest.privacy')}</p>${followLinks(t, follow, office.publicAddress)}`;
  return deskPage(c, { title, path, body, status: fault === undefined ? 200 : statusFor(fault) });
}

function several(t: Translate, aspect: Aspect, chosen: readonly string[]): Html {
  const name = parameters[aspect];
  const all = optionsFor(t, aspect);
  return html`<div class=f><label for="${name}">${t(`interest.${aspect}`)}</label><select id="${name}" name="${name}" multiple size=${Math.min(6, all.length)}>${all.map(
    ({ code, label }) => html`<option value="${code}"${chosen.includes(code) && html` selected`}>${label}`,
  )}</select></div>`;
}

function optionsFor(t: Translate, aspect: Aspect): readonly Option[] {
  switch (aspect) {
    case 'kinds':
      return ['need', 'offer'].map((code) => ({ code, label: registerLabel(t, code, true) }));
    case 'countries':
      return optionsOf(countries, t);
    case 'sectors':
      return [...sectors.entries.values()]
        .filter(({ parent }) => parent === undefined)
        .map(({ code }) => ({ code, label: nameOf(sectors, code, t.lang) }));
    case 'goals':
      return [...sdgs.entries.values()]
        .filter(({ parent }) => parent === undefined)
        .map(({ code }) => ({ code, label: nameOf(sdgs, code, t.lang) }));
    case 'languages':
      return optionsOf(languageList, t);
  }
}

/** Looking at a link does nothing: programs that check mail follow links before their reader does. */
function pressed(c: Context, what: 'confirm' | 'stop'): Response | Promise<Response> {
  const t = wordsOf(c);
  const secret = new URL(c.req.url).searchParams.get('secret') ?? '';
  const title = t(`interest.${what}`);
  const to = `${path}/${what}?${new URLSearchParams({ secret })}`;
  const body = html`<h1>${title}</h1><form method=post action="${pageAddress(t.lang, to)}"><input type=hidden name=secret value="${secret}">${submit(title)}</form>`;
  return deskPage(c, { title, path: `${path}/${what}`, body });
}

function said(c: Context, what: 'interest.confirmed' | 'interest.ended'): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t(what);
  const body = html`<h1>${title}</h1><p><a href="${pageAddress(t.lang, '/needs')}">${t('need.title')}</a>`;
  return deskPage(c, { title, path, body });
}
