import { type Context, Hono } from 'hono';
import { Fault } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages, isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Office } from '../operations/house.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { type Translate, translator } from '../wording/messages.ts';
import { onWords, withReservations } from '../wording/reserved.ts';
import type { Rendered } from './cache.ts';
import { cached } from './cached.ts';
import { commonPages } from './common-pages.ts';
import { deskApp } from './desk/routes.ts';
import { hasSession, visitorOf } from './desk/visitor.ts';
import { deskStyle } from './desk-style.ts';
import { anyErrorResponse, notFoundResponse } from './errors.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import { toHome, toLanguage } from './negotiate.ts';
import type { ApiDescription } from './pages/api-description.ts';
import { fitting } from './pages/fitting.ts';
import { flowsCsv } from './pages/flows-page.ts';
import { type Asked, flowsFor, type PageMaker, pageMakers } from './pages/page-makers.ts';
import { anyRecord, type PageParts } from './pages/page-parts.ts';
import { readQuestion } from './pages/search-question.ts';
import { pictures } from './picture/pictures.ts';
import { security } from './security.ts';
import { siteFiles } from './site-files.ts';

export interface WebOptions {
  /** Address under which readers reach the node, for citations; empty: addresses without a host. */
  readonly publicAddress: string;
  /** Memory for ready-made pages, in bytes. */
  readonly cacheBytes: number;
  /** How long a list made for everybody is good enough whatever changes, in milliseconds; 0 unless said. */
  readonly listsLastMs?: number;
  /** What programs can ask for here: the page of the API shows it. Absent: there is no such page. */
  readonly api?: () => ApiDescription;
  /** Hears of what nobody foresaw; readers are told only that it is ours to mend. */
  readonly onFailure?: (error: Error) => void;
}

const csv = 'text/csv; charset=utf-8';
const htmlType = 'text/html; charset=utf-8';

/**
 * All pages, from the address `/` on; data doors stand before it in the same app. Who is signed in gets pages made for
 * that person; everybody else gets them from `common`, unless said one of its own.
 */
export function webApp(
  house: Office,
  { publicAddress, cacheBytes, listsLastMs = 0, api, onFailure }: WebOptions,
  common = commonPages(house, { cacheBytes, listsLastMs }),
): Hono {
  const app = new Hono();
  const { cache, beforehand } = common;
  const languages = `/:lang{(?:${interfaceLanguages.join('|')})}` as const;
  app.use('*', security);
  const site = { publicAddress, ...(api === undefined ? {} : { api }) };
  app.route('/', siteFiles(publicAddress));
  app.route('/', pictures(house));
  app.get('/', toHome);
  app.get('/language/:lang', toLanguage);
  app.get(languages, (c) => c.redirect(`/${c.req.param('lang')}/`, 301));
  shortcuts(app, languages);
  app.get(
    `${languages}/flows.csv`,
    cached(cache, async (c) => flowsFile(house, c), { beforehand }),
  );
  // Before the pages: `/en/activity/new` is no record called "new".
  app.route('/', deskApp(house));
  for (const [path, make] of Object.entries(pageMakers)) {
    const render = async (c: Context): Promise<Rendered | Response> => {
      const question = asked(house, c, site);
      const made = await make(question);
      if (made instanceof URL) return c.redirect(`${made.pathname}${made.search}`, 301);
      return rendered(question, made);
    };
    const common = cached(cache, render, { beforehand });
    app.get(`${languages}${path}`, async (c, next) =>
      hasSession(c) ? personal(house, c, make, site) : common(c, next),
    );
  }
  app.all('*', notFoundResponse);
  app.onError((error, c) => {
    if (!(error instanceof Fault)) onFailure?.(error);
    return anyErrorResponse(error, c);
  });
  return app;
}

/** Plain names for what is a filtered search: `/en/organisations`. */
function shortcuts(app: Hono, languages: string): void {
  const plurals = { activity: 'activities' } as const satisfies Record<string, string>;
  for (const { name } of allRegisters) {
    const plural = name === 'activity' ? plurals.activity : `${name}s`;
    if (Object.hasOwn(pageMakers, `/${plural}`)) continue;
    app.get(`${languages}/${plural}`, (c) => c.redirect(`/${c.req.param('lang')}/search?kind=${name}`, 302));
  }
}

/** What pages know of the node beside its records. */
type Site = Pick<Asked, 'publicAddress' | 'api'>;

/** The page for one person, with what he or she may do on it; kept by nobody. */
async function personal(office: Office, c: Context, make: PageMaker, site: Site): Promise<Response> {
  const visitor = await visitorOf(office, c);
  const question = asked(office, c, site);
  const made = await make({ ...question, ...(visitor && { visitor }) });
  if (made instanceof URL) return c.redirect(`${made.pathname}${made.search}`, 302);
  const { bodies, shows: _, ...parts } = made;
  const [body] = bodies;
  const whole = page({
    t: question.t,
    origin: site.publicAddress,
    ...parts,
    body: body?.() ?? html``,
    ...(visitor && { visitor, moreStyle: deskStyle }),
  });
  c.header('cache-control', 'private, no-store');
  return c.html(String(whole));
}

function asked(house: Office, c: Context, site: Site): Asked {
  const url = new URL(c.req.url);
  const t = withReservations(readerOf(c), onWords(house.board.reservations()));
  return { house, t, parameters: url.searchParams, named: c.req.param(), ...site };
}

/** The page in its frame, at the first level of detail that fits. */
async function rendered(
  { t, publicAddress: origin }: Asked,
  { bodies, shows, ...parts }: PageParts,
): Promise<Rendered> {
  const made = await fitting(bodies, (body) => page({ t, origin, ...parts, body: body() }));
  return { ...made, contentType: htmlType, tags: shows };
}

async function flowsFile(house: Office, c: Context): Promise<Rendered> {
  const t = withReservations(readerOf(c), onWords(house.board.reservations()));
  const question = readQuestion(new URL(c.req.url).searchParams, t.lang, 1);
  return { body: flowsCsv(t, await flowsFor(house, question)), contentType: csv, tags: [anyRecord] };
}

/** The route lets only our languages in. */
function readerOf(c: Context): Translate {
  const lang = c.req.param('lang') ?? '';
  const known: InterfaceLanguage = isInterfaceLanguage(lang) ? lang : 'en';
  return translator(known);
}
