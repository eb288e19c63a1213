/**
 * A harvest of the whole node by OAI-PMH, part by part as a harvester asks for it, through the whole app: 100,000 records,
 * 30,000 of them reports of countries. Yardstick, in the same run: reading the same revisions from the log and writing
 * them as JSON, with no protocol and no policy. Goal: at least 5,000 records a second, and memory that does not grow with
 * the harvest.
 *
 *     node bench/oai.ts [records = 100000]
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Hono } from 'hono';
import { apiApp } from '../src/api/api-app.ts';
import { tell } from './figures.ts';
import { openOfficeCopy } from './office.ts';

const records = Number(process.argv[2] ?? 100_000);
const { office, drop } = await openOfficeCopy({ records, reports: records * 0.3 });
const app = new Hono().route(
  '/',
  apiApp(office, {
    version: 'bench',
    publicAddress: office.publicAddress,
    writeKey: 'k'.repeat(43),
    onFailure: (error) => {
      throw error;
    },
  }),
);

setFlagsFromString('--expose-gc');
/** What is in use at the moment, in MB: garbage is collected first, or it would be taken for growth. */
function inUse(): number {
  // The name that V8 gives the collector, in a context that was made after the flag was set.
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** A harvest that held on to what it told would hold some 200 MB. */
const mostGrowth = 10;
/** Parts after which memory is looked at: a hundredth of the harvest has filled what is filled once. */
const firstParts = 4;

async function harvest(prefix: string): Promise<void> {
  let query = `verb=ListRecords&metadataPrefix=${prefix}`;
  let told = 0;
  let bytes = 0;
  let longest = 0;
  let parts = 0;
  let afterFirst = 0;
  let most = 0;
  const start = performance.now();
  const processor = process.cpuUsage();
  for (;;) {
    const asked = performance.now();
    const xml = await (await app.request(`/oai?${query}`)).text();
    longest = Math.max(longest, performance.now() - asked);
    told += xml.split('<record><header').length - 1;
    bytes += Buffer.byteLength(xml);
    most = Math.max(most, process.memoryUsage().rss / 1e6);
    parts += 1;
    if (parts === firstParts) afterFirst = inUse();
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];
    if (token === undefined) break;
    query = `verb=ListRecords&resumptionToken=${token}`;
  }
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(processor);
  const perCpu = told / ((user + system) / 1e6);
  const ratio = told / seconds / plain;
  const growth = inUse() - afterFirst;
  console.log(
    `${prefix}: ${told} records, ${(bytes / 1e6).toFixed(0)} MB, ${Math.round(perCpu)} a second of processor; longest part ${longest.toFixed(0)} ms; with garbage at most ${most.toFixed(0)} MB`,
  );
  tell({
    what: `OAI-PMH, ListRecords as ${prefix}`,
    measured: `${Math.round(told / seconds)} records/s, ${Math.round(perCpu)} a second of processor`,
    yardstick: 'reading the same and writing it as JSON',
    ratio: ratio.toFixed(2),
    goal: '5,000 records/s',
    met: told / seconds >= 5_000,
  });
  tell({
    what: `OAI-PMH, memory over ${parts} parts as ${prefix}`,
    measured: `${growth.toFixed(0)} MB more in use than after ${firstParts} parts (${afterFirst.toFixed(0)} MB)`,
    yardstick: 'none',
    ratio: '',
    goal: `at most ${mostGrowth} MB more`,
    met: growth <= mostGrowth,
  });
}

/** Records a second that are read and written as JSON alone. */
async function yardstick(): Promise<number> {
  const start = performance.now();
  let read = 0;
  let characters = 0;
  for (let seq = 0; ; ) {
    const entries = await office.log.since(seq, 250);
    const last = entries.at(-1);
    if (last === undefined) break;
    seq = last.seq;
    for (const entry of entries) {
      if (entry.kind !== 'revision') continue;
      read += 1;
      characters += JSON.stringify(entry.revision).length;
    }
  }
  const rate = read / ((performance.now() - start) / 1_000);
  console.log(
    `yardstick: ${read} revisions read and written as JSON (${characters} characters), ${Math.round(rate)}/s`,
  );
  return rate;
}

const plain = await yardstick();
await harvest('oai_dc');
await harvest('southbridge');
await drop();
