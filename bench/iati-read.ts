/**
 * How fast IATI XML is read: builds a file of 50 MB in the temporary folder out of real activities with new identifiers, and
 * prints the speed of `xmllint --stream --noout` (the yardstick), of bare saxes, of our scanner alone and of our reader,
 * each in a process of its own, with ratios to the yardstick and the memory of the reader.
 *
 * node bench/iati-read.ts [folder with publishers' files]
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { readIati } from '../src/exchange/iati/read-iati.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { decodeXml } from '../src/exchange/xml/decode-xml.ts';
import { XmlScanner } from '../src/exchange/xml/xml-scanner.ts';

const size = 50_000_000;
const rounds = 3;
const data = process.env['SOUTHBRIDGE_TEST_DATA'] ?? join(import.meta.dirname, '../../shared/data');

function realActivities(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.match(/<iati-activity[\s>][\s\S]*?<\/iati-activity>/g) ?? [];
  });
}

async function buildFile(folder: string, path: string): Promise<void> {
  const activities = realActivities(folder);
  // Prefixes that the activities use are declared, or xmllint would stop.
  const prefixes = [
    ...new Set(activities.join('').match(/[\s<](?!xml(?:ns)?:)[a-z]+\d*:(?=[a-z-]+[=\s>/])/g) ?? []),
  ];
  const names = [...new Set(prefixes.map((prefix) => prefix.slice(1, -1)))].map(
    (name) => ` xmlns:${name}="urn:${name}"`,
  );
  const out = createWriteStream(path);
  out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03"${names.join('')}>\n`);
  for (let written = 0, n = 0; written < size; n += 1) {
    const activity = activities[n % activities.length] ?? '';
    const renamed = activity.replace(/(<iati-identifier>[^<]*?)(\s*<)/, `$1-R${n}$2`);
    written += Buffer.byteLength(renamed) + 1;
    if (!out.write(`${renamed}\n`)) await once(out, 'drain');
  }
  out.end('</iati-activities>\n');
  await once(out, 'finish');
}

const ways: Readonly<Record<string, (path: string) => Promise<number>>> = {
  saxes: async (path) => {
    let elements = 0;
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('opentag', () => {
      elements += 1;
    });
    parser.on('text', () => {});
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of createReadStream(path)) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
    return elements;
  },
  scanner: async (path) => {
    let elements = 0;
    const open = () => {
      elements += 1;
    };
    const scanner = new XmlScanner(
      { wants: () => true, open, text: () => {}, close: () => {} },
      defaultLimits,
      path,
    );
    for await (const text of decodeXml(createReadStream(path), path)) scanner.write(text);
    scanner.end();
    return elements;
  },
  reader: async (path) => {
    let activities = 0;
    const file = { name: path, size: statSync(path).size, bytes: () => createReadStream(path) };
    for await (const _ of readIati(file, defaultLimits)) activities += 1;
    return activities;
  },
};

function report(name: string, seconds: readonly number[], yardstick: number, more = ''): number {
  const best = Math.min(...seconds);
  const speed = `${(size / best / 1e6).toFixed(0)} MB/s`;
  const ratio = yardstick === 0 ? '1.00' : (yardstick / best).toFixed(2);
  console.log(
    `${name.padEnd(28)} ${best.toFixed(2)} s  ${speed.padStart(9)}  ${ratio} of the yardstick ${more}`,
  );
  return best;
}

async function runOne(way: string, path: string): Promise<void> {
  const run = ways[way];
  if (run === undefined) throw new Error(`no such way: ${way}`);
  const start = performance.now();
  const count = await run(path);
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, count, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

async function compare(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`no publishers' files in ${folder}`);
  const path = join(tmpdir(), `southbridge-iati-${process.pid}.xml`);
  try {
    await buildFile(folder, path);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      execFileSync('xmllint', ['--stream', '--noout', path], { stdio: 'inherit' });
      return (performance.now() - start) / 1000;
    });
    const yardstick = report('xmllint --stream --noout', times, 0);
    for (const way of Object.keys(ways)) {
      const runs = Array.from({ length: rounds }, () => {
        const answer = execFileSync(process.execPath, [import.meta.filename, '--run', way, path], {
          encoding: 'utf8',
        });
        return JSON.parse(answer) as { seconds: number; count: number; megabytes: number }; // our own output, above
      });
      const memory = Math.max(...runs.map((run) => run.megabytes));
      const seconds = runs.map((run) => run.seconds);
      report(
        way,
        seconds,
        yardstick,
        `(${runs[0]?.count} counted, at most ${memory.toFixed(0)} MB of memory)`,
      );
    }
  } finally {
    rmSync(path, { force: true });
  }
}

const [first, way = '', path = ''] = process.argv.slice(2);
if (first === '--run') await runOne(way, path);
else await compare(first ?? join(data, 'iati/publishers'));
