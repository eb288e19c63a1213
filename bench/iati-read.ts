/**
 * How fast IATI XML is read: builds a file of 50 MB in the temporary folder out of real activities with new identifiers, and
 * prints the speed of `xmllint --stream --noout` (the yardstick), of bare saxes, of our scanner alone and of our reader,
 * each in a process of its own, with ratios to the yardstick and the memory of each. No goal was set but for the import,
 * of which reading is a part (bench/iati-import.ts).
 *
 * node bench/iati-read.ts [folder with publishers' files]
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { readIati } from '../src/exchange/iati/read-iati.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { decodeXml } from '../src/exchange/xml/decode-xml.ts';
import { XmlScanner } from '../src/exchange/xml/xml-scanner.ts';
import { tell } from './figures.ts';
import { buildIatiFile, publishersFolder } from './iati-file.ts';

const size = 50_000_000;
const rounds = 3;

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

interface Run {
  readonly seconds: number;
  readonly count: number;
  readonly megabytes: number;
}

function report(way: string, runs: readonly Run[], yardstick: number): void {
  const best = Math.min(...runs.map(({ seconds }) => seconds));
  const memory = Math.max(...runs.map(({ megabytes }) => megabytes));
  tell({
    what: `IATI read, ${way} (50 MB, ${runs[0]?.count} counted)`,
    measured: `${(size / best / 1e6).toFixed(0)} MB/s, at most ${memory.toFixed(0)} MB of memory`,
    yardstick: 'the speed of xmllint --stream --noout',
    ratio: (yardstick / best).toFixed(2),
    goal: '',
    met: true,
  });
}

async function runOne(way: string, path: string): Promise<void> {
  const run = ways[way];
  if (run === undefined) throw new Error(`no such way: ${way}`);
  const start = performance.now();
  const count = await run(path);
  const seconds = (performance.now() - start) / 1000;
  const told: Run = { seconds, count, megabytes: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(told));
}

async function compare(folder: string): Promise<void> {
  const path = join(tmpdir(), `southbridge-iati-${process.pid}.xml`);
  try {
    await buildIatiFile(folder, path, size);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      execFileSync('xmllint', ['--stream', '--noout', path], { stdio: 'inherit' });
      return (performance.now() - start) / 1000;
    });
    const yardstick = Math.min(...times);
    console.log(`xmllint --stream --noout: ${yardstick.toFixed(2)} s`);
    for (const way of Object.keys(ways)) {
      const runs = Array.from({ length: rounds }, () => {
        const answer = execFileSync(process.execPath, [import.meta.filename, '--run', way, path], {
          encoding: 'utf8',
        });
        return JSON.parse(answer) as Run; // our own output, above
      });
      report(way, runs, yardstick);
    }
  } finally {
    rmSync(path, { force: true });
  }
}

const [first, way = '', path = ''] = process.argv.slice(2);
if (first === '--run') await runOne(way, path);
else await compare(first ?? publishersFolder);
