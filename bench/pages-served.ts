/**
 * Kept pages through the real program, in a process of its own with the collection that it brings: a record, a search and
 * the first page, each asked for by readers who take brotli and by readers who have the page already. Counted is the
 * server's processor time, so that neither the client nor others on the machine tell. Yardstick in the same run: a bare
 * HTTP server of Node that sends as many bytes. Goal: 10,000 requests a second of one processor.
 *
 *     node bench/pages-served.ts [--profile folder for a CPU profile of the program]
 */
import { parseArgs } from 'node:util';
import { startHouse } from '../tests/fixtures/running-house.ts';
import { tell } from './figures.ts';
import { LoadClient } from './load-client.ts';
import { bareServer, type Rate, rateOf } from './load-yardsticks.ts';
import { printLoad } from './percentiles.ts';

const { values: said } = parseArgs({ options: { profile: { type: 'string' } } });
const connections = 32;
const count = 20_000;
const wanted = 10_000;

/** Requests that one processor would answer in a second. */
const perCore = ({ processorMs }: Rate) => Math.round(1_000 / processorMs);

const profiling =
  said.profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${said.profile}` };
const server = await startHouse({ environment: profiling });
const client = new LoadClient(server.address, connections);
const search = await client.ask({ method: 'GET', path: '/en/search' });
const record = /<h3><a href="?([^\s">]+)/.exec(search.body().toString())?.[1];
if (record === undefined) throw new Error('no record on the page of a search');
const pages: Readonly<Record<string, string>> = {
  'a record': record,
  'a search': '/en/search?q=water&sort=newest',
  'the first page': '/en/',
};
printLoad();
for (const [name, path] of Object.entries(pages)) {
  const br = { 'accept-encoding': 'gzip, deflate, br' };
  const first = await client.ask({ method: 'GET', path, headers: br });
  if (first.status !== 200) throw new Error(`${path}: ${first.status}`);
  // Compiled, and a page that many read compressed once more in the background, before anything is counted.
  await rateOf(client, path, { pid: server.pid, connections, count: 2_000, headers: br });
  const { size } = await client.ask({ method: 'GET', path, headers: br });
  const known = { ...br, 'if-none-match': first.header('etag') ?? '' };
  for (const [what, headers, bytes] of [
    [`${name} (${size} bytes)`, br, size],
    [`${name}, unchanged since`, known, 0],
  ] as const) {
    const own = await rateOf(client, path, { pid: server.pid, connections, count, headers });
    const bare = await bareServer(bytes, connections, { count, headers });
    tell({
      what: `kept pages served, ${what}`,
      measured: `${perCore(own)} requests per second of a processor`,
      yardstick: `a bare server (${perCore(bare)})`,
      ratio: (bare.processorMs / own.processorMs).toFixed(2),
      goal: `at least ${wanted}`,
      met: perCore(own) >= wanted,
    });
  }
}
printLoad();
client.close();
await server.drop();
