/**
 * The report to the ministers of 50 measures, 130 countries that are all named, 2,000 reports with two sources each.
 * Yardstick, in the same run: the same document as HTML, which is nothing but putting strings together. Goals: DOCX ≤ 5 s,
 * PDF ≤ 8 s, memory of the process that makes one ≤ 400 MB.
 *
 *     node bench/ministerial-report.ts [reports = 2000]
 */

import { inProcess, jobOf } from '../src/exchange/documents/write-document.ts';
import { writeHtml } from '../src/exchange/documents/write-html.ts';
import { langText } from '../src/kernel/lang-text.ts';
import { follow } from '../src/operations/follow.ts';
import { reportFigures } from '../src/operations/follow-up/report/report-figures.ts';
import { reportDocument } from '../src/reports/report-document.ts';
import { isCountry } from '../src/vocabulary/countries.ts';
import { translator } from '../src/wording/messages.ts';
import { smallHouse, written } from '../tests/fixtures/small-house.ts';
import { tell } from './figures.ts';
import { printLoad } from './percentiles.ts';

const reports = Number(process.argv[2] ?? 2_000);
const measures = 50;
const mostMegabytes = 400;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const countries = [...alphabet]
  .flatMap((a) => [...alphabet].map((b) => a + b))
  .filter(isCountry)
  .slice(0, 130);
const states = ['underWay', 'done', 'notStarted', 'noInformation', 'lapsed'];
const madeAt = '2026-11-28T12:00:00.000Z';

const said = (n: number) =>
  `In year ${2004 + (n % 22)} the ministry and its partners in ${n % 17} provinces trained ${n * 7} people, built the second phase of the laboratory and reported to the chair; the third phase waits for the agreement of both sides.`;

const house = await smallHouse();
await house.log.append([
  written(
    'plan',
    { title: langText('en', 'Plan of Action'), adoptedOn: '2003-12-19' },
    { register: 'instrument' },
  ),
  ...Array.from({ length: measures }, (_, n) =>
    written(
      `measure-${n}`,
      {
        title: langText('en', `Measure ${n + 1}: networks of research bodies and universities`),
        instrument: { register: 'instrument', id: 'plan' },
        number: String(n + 1),
        actors: [`Body ${n % 9}`],
        countries: countries.filter((_, at) => (at + n) % 5 === 0),
        due: { precision: 'day', date: `${2005 + (n % 20)}-06-16` },
      },
      { register: 'measure' },
    ),
  ),
  ...Array.from({ length: reports }, (_, n) =>
    written(
      `report-${n}`,
      {
        title: langText('en', `Report ${n}`),
        measure: { register: 'measure', id: `measure-${n % measures}` },
        on: `${2004 + (n % 22)}-${String(1 + (n % 12)).padStart(2, '0')}-15`,
        state: states[n % states.length],
        summary: langText('en', said(n)),
        countries: [countries[n % 117] ?? 'SN'],
        sources: [0, 1].map((at) => ({
          title: `Statement ${n}-${at}`,
          url: `https://example.org/statements/${n}/${at}`,
          readOn: '2026-11',
        })),
      },
      { register: 'progressReport' },
    ),
  ),
]);

await follow(house);
const started = performance.now();
const figures = await reportFigures(house, { instrument: 'plan', asOf: '2026-11-28', since: '2025-01-01' });
console.log(`figures: ${Math.round(performance.now() - started)} ms`);

for (const lang of ['en', 'ar', 'zh'] as const) {
  const document = reportDocument(translator(lang), figures, { madeAt });
  const from = performance.now();
  writeHtml(document);
  const html = (performance.now() - from) / 1000;
  for (const [format, goal] of [
    ['docx', 5],
    ['pdf', 8],
  ] as const) {
    const begun = performance.now();
    const { bytes, memory } = await inProcess(jobOf(document, format, madeAt));
    const seconds = (performance.now() - begun) / 1000;
    const megabytes = memory / 1e6;
    tell({
      what: `ministerial report as ${format.toUpperCase()}, ${lang} (${reports} reports)`,
      measured: `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB of memory, file ${(bytes.length / 1e6).toFixed(2)} MB`,
      yardstick: `the same as HTML (${(html * 1000).toFixed(0)} ms)`,
      ratio: (seconds / html).toFixed(0),
      goal: `${goal} s, ${mostMegabytes} MB`,
      met: seconds <= goal && megabytes <= mostMegabytes,
    });
  }
}
console.log(`${countries.length} countries, ${measures} measures, ${reports} reports`);
printLoad();
