/**
 * A workbook of 50,000 rows: written, and read back with a verdict for each row, as sending it does before anything is
 * written. The yardstick is `node:zlib` packing the same XML at the same level. Goals: written in 4 s and 200 MB more
 * memory, read with verdicts in 20 s.
 *
 * node bench/workbook.ts [rows]
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { defaultLimits } from '../src/exchange/limits.ts';
import { readFile } from '../src/exchange/read-file.ts';
import { checkZip } from '../src/exchange/sheets/check-zip.ts';
import { writeBook } from '../src/exchange/workbook/write-book.ts';
import { langText } from '../src/kernel/lang-text.ts';
import { judgeRows } from '../src/operations/uploads/judge-rows.ts';
import type { Presented } from '../src/policy/present.ts';
import { getRegister } from '../src/registers/all-registers.ts';
import { sheetWords } from '../src/wording/sheet-words.ts';
import { recordOf } from '../tests/contracts/codecs-specimens.ts';
import { allLabels } from '../tests/fixtures/all-labels.ts';
import { smallOffice } from '../tests/fixtures/small-office.ts';
import { fileOf } from '../tests/fixtures/taking-in.ts';
import { tell } from './figures.ts';

const goals = { writeSeconds: 4, megabytes: 200, readSeconds: 20 };
const rows = Number(process.argv[2] ?? 50_000);
/** A record has a row of its own and three of entries. */
const records = Math.floor(rows / 4);
const register = getRegister('activity');

async function* many(): AsyncGenerator<Presented> {
  for (let i = 0; i < records; i += 1) {
    yield recordOf(register, `record-${i}`, {
      title: langText('fr', `Puits et pompes pour le village ${i}`, { ar: `آبار ومضخات للقرية ${i}` }),
      summary: langText(
        'fr',
        `Des agents du Brésil forment des agents du Sénégal à l’entretien des puits, lot ${i}.`,
      ),
      modality: 'bilateral',
      sectors: ['14030', '14031'],
      sdgs: ['6', '6.1'],
      dates: { start: '2019-03-07', end: '2021' },
      status: '2',
      participants: [
        { country: 'BR', role: 'provider' },
        { country: 'SN', role: 'recipient' },
      ],
      quantities: [{ value: i, unit: langText('fr', 'puits'), basis: 'counted', asOf: '2021-06' }],
      identifier: `BR-${i}`,
    });
  }
}

const seconds = (from: number) => (performance.now() - from) / 1000;
const memory = process.memoryUsage.rss();
let peak = memory;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);

const begun = performance.now();
const chunks: Uint8Array[] = [];
const options = {
  address: () => 'https://example.org/x',
  words: sheetWords('fr'),
  node: 'https://example.org',
  today: '2026-11-28',
};
for await (const chunk of writeBook(many(), options)) chunks.push(chunk);
const written = seconds(begun);
const megabytes = (peak - memory) / 1e6;
const bytes = Buffer.concat(chunks);

const parts = [...checkZip(bytes, 4e9, defaultLimits).values()].map((inflate) => inflate());
const packing = performance.now();
const packed = parts.map((part) => deflateRawSync(part, { level: 4 }));
const yardstick = seconds(packing);
for (const part of packed) inflateRawSync(part);

const office = await smallOffice();
const reading = performance.now();
const limits = { ...defaultLimits, workbookBytes: 1e8 };
const items = readFile(fileOf('bench.xlsx', bytes), { limits, mappings: [], labels: allLabels });
const sender = { actor: office.actors['focal-sn'], as: 'party', upload: 'bench' } as const;
let verdicts = 0;
for await (const _ of judgeRows(office, sender, items)) verdicts += 1;
const read = seconds(reading);
clearInterval(watch);
await office.log.close();

console.log(`${rows} rows (${records} records with entries), ${(bytes.length / 1e6).toFixed(1)} MB packed`);
tell({
  what: `workbook of ${rows} rows, written`,
  measured: `${written.toFixed(2)} s, ${megabytes.toFixed(0)} MB more memory`,
  yardstick: 'packing the same XML',
  ratio: (written / yardstick).toFixed(1),
  goal: `${goals.writeSeconds} s, ${goals.megabytes} MB`,
  met: written <= goals.writeSeconds && megabytes <= goals.megabytes,
});
tell({
  what: `workbook of ${rows} rows, read back with verdicts`,
  measured: `${verdicts} verdicts in ${read.toFixed(2)} s`,
  yardstick: 'packing the same XML',
  ratio: (read / yardstick).toFixed(1),
  goal: `${goals.readSeconds} s`,
  met: read <= goals.readSeconds,
});
