/**
 * A harvest of the whole node by OAI-PMH, part by part as a harvester asks for it, through the whole app: 100,000 records,
 * 30,000 of them reports of countries. Yardstick, in the same run: reading the same revisions from the log and writing
 * them as JSON, with no protocol and no policy. Goal: at least 5,000 records a second, and memory that does not grow with
 * the harvest.
 *
 *     node bench/oai.ts [records = 100000]
 */
import { Hono } from 'hono';
import { apiApp } from '../src/api/api-app.ts';
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

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

async function harvest(prefix: string): Promise<void> {
  let query = `verb=ListRecords&metadataPrefix=${prefix}`;
  let told = 0;
  let bytes = 0;
  let longest = 0;
  const before = memory();
  let most = before;
  const start = performance.now();
  const processor = process.cpuUsage();
  for (;;) {
    const asked = performance.now();
    const xml = await (await app.request(`/oai?${query}`)).text();
    longest = Math.max(longest, performance.now() - asked);
    told += xml.split('<record><header').length - 1;
    bytes += Buffer.byteLength(xml);
    most = Math.max(most, process.memoryUsage().rss / 1e6);
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];
    if (token === undefined) break;
    query = `verb=ListRecords&resumptionToken=${token}`;
  }
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(processor);
  const perCpu = told / ((user + system) / 1e6);
  const ratio = told / seconds / plain;
  console.log(
    `${prefix}: ${told} records, ${(bytes / 1e6).toFixed(0)} MB, ${Math.round(told / seconds)} records/s (goal 5,000), ${Math.round(perCpu)} a second of processor, ${ratio.toFixed(2)} x the yardstick; longest part ${longest.toFixed(0)} ms; memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} at most`,
  );
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
