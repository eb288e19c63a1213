import { type Context, Hono } from 'hono';
import { Fault } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages, isInterfaceLanguage } from '../kernel/language-tag.ts';
import { followForReading } from '../operations/follow.ts';
import type { House } from '../operations/house.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { type Translate, translator } from '../wording/messages.ts';
import { PageCache, type Rendered } from './cache.ts';
import { cached } from './cached.ts';
import { anyErrorResponse, notFoundResponse } from './errors.ts';
import { page } from './layout.ts';
import { toHome, toLanguage } from './negotiate.ts';
import { fitting } from './pages/fitting.ts';
import { flowsCsv } from './pages/flows-page.ts';
import { type Asked, flowsFor, pageMakers } from './pages/page-makers.ts';
import { anyRecord, type PageParts } from './pages/page-parts.ts';
import { readQuestion } from './pages/search-question.ts';
import { security } from './security.ts';
import { siteFiles } from './site-files.ts';

export interface WebOptions {
  /** Address under which readers reach the node, for citations; empty: addresses without a host. */
  readonly publicAddress: string;
  /** Memory for ready-made pages, in bytes. */
  readonly cacheBytes: number;
  /** Hears of what nobody foresaw; readers are told only that it is ours to mend. */
  readonly onFailure?: (error: Error) => void;
}

const csv = 'text/csv; charset=utf-8';
const htmlType = 'text/html; charset=utf-8';

/** All public pages, from the address `/` on; data doors stand before it in the same app. */
export function webApp(house: House, { publicAddress, cacheBytes, onFailure }: WebOptions): Hono {
  const app = new Hono();
  const cache = new PageCache(cacheBytes);
  house.onChange.add((changed) => cache.purge(changed));
  const beforehand = () => followForReading(house);
  const languages = `/:lang{(?:${interfaceLanguages.join('|')})}` as const;
  app.use('*', security);
  app.route('/', siteFiles());
  app.get('/', toHome);
  app.get('/language/:lang', toLanguage);
  app.get(languages, (c) => c.redirect(`/${c.req.param('lang')}/`, 301));
  shortcuts(app, languages);
  app.get(
    `${languages}/flows.csv`,
    cached(cache, async (c) => flowsFile(house, c), { beforehand }),
  );
  for (const [path, make] of Object.entries(pageMakers)) {
    const render = async (c: Context): Promise<Rendered | Response> => {
      const made = await make(asked(house, c, publicAddress));
      if (made instanceof URL) return c.redirect(`${made.pathname}${made.search}`, 301);
      return rendered(readerOf(c), made);
    };
    app.get(`${languages}${path}`, cached(cache, render, { beforehand }));
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
    app.get(`${languages}/${plural}`, (c) => c.redirect(`/${c.req.param('lang')}/search?kind=${name}`, 302));
  }
}

function asked(house: House, c: Context, publicAddress: string): Asked {
  const url = new URL(c.req.url);
  return { house, t: readerOf(c), parameters: url.searchParams, named: c.req.param(), publicAddress };
}

/** The page in its frame, at the first level of detail that fits. */
function rendered(t: Translate, { bodies, shows, ...parts }: PageParts): Rendered {
  const made = fitting(bodies, (body) => page({ t, ...parts, body: body() }));
  return { body: String(made), contentType: htmlType, tags: shows };
}

async function flowsFile(house: House, c: Context): Promise<Rendered> {
  const t = readerOf(c);
  const question = readQuestion(new URL(c.req.url).searchParams, t.lang, 1);
  return { body: flowsCsv(t, await flowsFor(house, question)), contentType: csv, tags: [anyRecord] };
}

/** The route lets only our languages in. */
function readerOf(c: Context): Translate {
  const lang = c.req.param('lang') ?? '';
  const known: InterfaceLanguage = isInterfaceLanguage(lang) ? lang : 'en';
  return translator(known);
}
