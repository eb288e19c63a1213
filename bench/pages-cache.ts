/**
 * Pages from the cache of compressed bytes against rendering and compressing each time: the same page of twenty results
 * with a map and eight facets, through the same server on a socket. Goal: at least 10 times the requests a second.
 * Run: node bench/pages-cache.ts
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { langText } from '../src/kernel/lang-text.ts';
import { PageCache, type Rendered } from '../src/web/cache.ts';
import { cached } from '../src/web/cached.ts';
import { html } from '../src/web/html.ts';
import { page } from '../src/web/layout.ts';
import { arcsSvg } from '../src/web/map/arcs.ts';
import { facetForm } from '../src/web/pieces/facets.ts';
import { findForm } from '../src/web/pieces/find-form.ts';
import { flowLine } from '../src/web/pieces/flow-line.ts';
import { goals } from '../src/web/pieces/goals.ts';
import { kindLine } from '../src/web/pieces/kind-line.ts';
import { shownText } from '../src/web/pieces/texts.ts';
import { security } from '../src/web/security.ts';
import { translator } from '../src/wording/messages.ts';
import { tell } from './figures.ts';

const codes =
  'BR MZ AO CN TZ IN ET CU TL MX GT AR UY CO PE KE GH ZA LS TR SO TN DJ EG SD MY UZ RW BJ CR HN ID FJ VU'.split(
    ' ',
  );
const at = (index: number) => codes[index % codes.length] ?? 'BR';
const words =
  'water growers training solar clinic islands harvest nurses schools registry seed drought market villages'.split(
    ' ',
  );
const sentence = (seed: number, length: number) =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * (seed + 3)) % words.length]).join(' ');

function results(lang: 'en' | 'ar'): string {
  const t = translator(lang);
  const flows = codes.map((from, index) => ({ from, to: at(index + 5), count: 40 - index }));
  const hero = html`${findForm(t, 'water')}<figure>${arcsSvg(flows)}</figure>`;
  const items = Array.from({ length: 20 }, (_, n) => {
    const text = langText('en', `${sentence(n, 8)} ${n}`);
    return html`<li>${kindLine(t, 'practice', ['2021', t('standing.thirdParty.short')])}<h3><a href="/${lang}/practice/a${n}">${shownText(t, text)}</a></h3>${flowLine(t, [at(n)], [at(n + 3), at(n + 9)])}<p class=sum>${shownText(t, langText('en', sentence(n + 20, 30)))}${goals(t, [String((n % 17) + 1), '2'])}`;
  });
  const groups = ['kind', 'provider', 'host', 'group', 'modality', 'sector', 'sdg', 'year'].map(
    (name, f) => ({
      name,
      label: t(`facet.${name}` as 'facet.kind'),
      open: true,
      options: codes
        .slice(f, f + 6)
        .map((value, index) => ({ value, name: value, count: 900 - index * 97, chosen: false })),
    }),
  );
  const body = html`<h1 class=n><b>1,284</b> ${t('search.resultsWordFor', { n: 1284, q: 'water' })}</h1><div class=cols>${facetForm(t, `/${lang}/search`, groups, { q: 'water' })}<ol class=res>${items}</ol></div>`;
  return String(page({ t, title: 'water', path: '/search?q=water', body, hero, current: 'search' }));
}

const rendered = (lang: string): Rendered => ({
  body: results(lang === 'ar' ? 'ar' : 'en'),
  contentType: 'text/html; charset=utf-8',
  tags: ['*'],
});

const app = new Hono();
app.use(security);
app.get('/each/:lang', (c) => {
  const bytes = brotliCompressSync(rendered(c.req.param('lang')).body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
  });
  return c.body(bytes, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
    'content-length': String(bytes.length),
  });
});
app.get(
  '/kept/:lang',
  cached(new PageCache(), async (c) => rendered(c.req.param('lang') ?? 'en')),
);

/** Requests a second of one connection that sends them in batches without waiting: the reading side costs next to nothing. */
async function rate(port: number, path: string, count: number): Promise<number> {
  const request = `GET ${path} HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\n\r\n`;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  const first = await answerFrom(socket);
  const batch = 50;
  const start = performance.now();
  for (let sent = 0; sent < count; sent += batch) {
    let missing = first * batch;
    const done = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => {
        missing -= chunk.length;
        if (missing <= 0) resolve();
      });
    });
    socket.write(request.repeat(batch));
    await done;
    socket.removeAllListeners('data');
  }
  const seconds = (performance.now() - start) / 1_000;
  socket.destroy();
  return count / seconds;
}

/** How many bytes one whole answer has. */
async function answerFrom(socket: Socket): Promise<number> {
  let read = Buffer.alloc(0);
  for (;;) {
    const [chunk]: Buffer[] = await once(socket, 'data');
    read = Buffer.concat([read, chunk ?? Buffer.alloc(0)]);
    const end = read.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(read.subarray(0, Math.max(0, end)).toString('latin1'))?.[1];
    if (length !== undefined && read.length >= end + 4 + Number(length)) return read.length;
  }
}

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
for (const lang of ['en', 'ar'] as const) {
  const size = brotliCompressSync(results(lang), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const ratios: number[] = [];
  // A page that many read is compressed once more in the background: let that be over, so that all answers are of one length.
  for (let reader = 0; reader < 40; reader += 1) await app.request(`/kept/${lang}`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let round = 0; round < 3; round += 1) {
    const each = await rate(port, `/each/${lang}`, 300);
    const kept = await rate(port, `/kept/${lang}`, 6_000);
    ratios.push(kept / each);
    console.log(
      `${lang}: ${Math.round(each)} rendered, ${Math.round(kept)} from the cache a second: ${(kept / each).toFixed(1)} x`,
    );
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[1] ?? 0;
  tell({
    what: `pages from the cache, ${lang} (${size} bytes brotli)`,
    measured: `${median.toFixed(1)} times as many requests a second`,
    yardstick: 'rendering and compressing each',
    ratio: median.toFixed(1),
    goal: 'at least 10 times',
    met: median >= 10,
  });
}
server.close();
process.exit(0);
