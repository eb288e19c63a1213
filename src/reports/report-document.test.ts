import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { framework, houseOfMarrakech } from '../../tests/fixtures/house-of-marrakech.ts';
import type { Document } from '../exchange/documents/document.ts';
import { writeDocument } from '../exchange/documents/write-document.ts';
import { defaultLimits } from '../exchange/limits.ts';
import { checkZip } from '../exchange/sheets/check-zip.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { type ReportFigures, reportFigures } from '../operations/follow-up/report/report-figures.ts';
import { translator } from '../wording/messages.ts';
import { reportDocument } from './report-document.ts';

const madeAt = '2026-11-28T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'southbridge-report-'));
let figures: ReportFigures;

before(async () => {
  const house = await houseOfMarrakech();
  figures = await reportFigures(house, { instrument: framework, asOf: '2026-11-28', since: '2015-01-01' });
});
after(() => rmSync(folder, { recursive: true }));

function documentIn(lang: (typeof interfaceLanguages)[number], number?: number): Document {
  return reportDocument(translator(lang), figures, { madeAt, ...(number === undefined ? {} : { number }) });
}

async function file(document: Document, format: 'pdf' | 'docx'): Promise<string> {
  const path = join(folder, `${document.lang}.${format}`);
  writeFileSync(path, await writeDocument(document, format, madeAt));
  return path;
}

/** What a program of the machine answers; undefined where there is no such program. */
function run(program: string, ...options: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8' });
  if (error !== undefined) return undefined;
  assert.equal(status, 0, `${program}: ${stderr}`);
  return stdout;
}

/** A part of a Word file, as text. */
function partOf(docx: Uint8Array, name: string): string {
  return checkZip(Buffer.from(docx), 100_000_000, defaultLimits).get(name)?.().toString('utf8') ?? '';
}

/** All numbers in tables and figures, as they are written. */
function numbersIn({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figures') return block.items.map(({ value }) => value);
    if (block.kind !== 'table') return [];
    return block.rows.flatMap((row) =>
      block.numeric.map((at) => row[at]?.map(({ text }) => text).join('') ?? ''),
    );
  });
}

test('in every language the report has the same parts and numbers, and its notes are numbered without gaps', () => {
  const english = documentIn('en');
  for (const lang of interfaceLanguages) {
    const { blocks, notes } = documentIn(lang);
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      english.blocks.map(({ kind }) => kind),
      lang,
    );
    const used = new Set(
      JSON.stringify(blocks)
        .match(/(?<="notes":\[)[\d,]+/g)
        ?.flatMap((list) => list.split(',')),
    );
    assert.equal(used.size, notes.length);
    assert.ok(notes.every((line) => line.length > 0));
  }
});

test('a draft says so, a closed report has its number', () => {
  assert.equal(documentIn('en').watermark, 'Draft');
  const closed = documentIn('en', 3);
  assert.equal(closed.watermark, undefined);
  assert.ok(closed.facts.some(({ value }) => value.includes('No. 3')));
});

function reserved(lang: (typeof interfaceLanguages)[number]): Document {
  const of = (country: string, code: string, said: string) => ({
    id: `${country}-${code}`,
    country,
    at: madeAt,
    post: `focal-${country}`,
    on: { kind: 'label', list: 'progressState', code } as const,
    text: { original: 'fr', texts: { fr: said } },
  });
  const reservations = [
    of('BR', 'superseded', 'Rien ne remplace la mesure.'),
    of('SN', 'lapsed', 'Nous ne reconnaissons pas ce terme.'),
  ];
  return reportDocument(translator(lang), { ...figures, reservations }, { madeAt });
}

test('reservations stand as footnotes, numbered as a reader meets them, once a section at the foot of the page', () => {
  const { footnotes, blocks } = reserved('en');
  assert.deepEqual(
    footnotes.map((line) => line.map(({ text }) => text).join('')),
    [
      'Reservation of Senegal: Nous ne reconnaissons pas ce terme.',
      'Reservation of Brazil: Rien ne remplace la mesure.',
    ],
  );
  const written = JSON.stringify(blocks);
  assert.match(
    written,
    /"Lapsed","dot":"#\w+"\},\{"text":"","footnote":\{"number":1,"stands":"inDocument"\}/,
  );
  assert.match(written, /Lapsed¹/, 'also in the chart');
  assert.doesNotMatch(written, /[\u{f0000}-\u{f0fff}]/u);
  assert.equal(written.match(/"stands":"inDocument"/g)?.length, 2);
  const sections = blocks.filter((block) => block.kind === 'heading' && block.level === 1).length;
  const standing = written.match(/"number":1,"stands"/g)?.length ?? 0;
  assert.ok(standing > 1 && standing <= sections, `${standing} of ${sections}`);
});

test('in the PDF the reservation is read at the foot of the page; Word has it as a footnote of its own', async (t) => {
  const pdf = await file(reserved('fr'), 'pdf');
  const text = run('pdftotext', '-f', '1', '-l', '3', '-layout', pdf, '-');
  if (text === undefined) t.skip('no pdftotext on this machine');
  else assert.match(text, /Nous ne reconnaissons pas ce terme/);
  const docx = await writeDocument(reserved('ar'), 'docx', madeAt);
  assert.match(partOf(docx, 'word/footnotes.xml'), /Nous ne reconnaissons pas ce terme/);
  assert.equal(partOf(docx, 'word/document.xml').match(/<w:footnoteReference /g)?.length, 2);
  const html = new TextDecoder().decode(await writeDocument(reserved('en'), 'html', madeAt));
  assert.match(html, /<sup><a href="#r1">1<\/a><\/sup>/);
  assert.match(html, /<div class="quiet" role="note"><p><sup>1<\/sup> Reservation of Senegal/);
});

test('the Word file begins with a list of its sections, each a link', async () => {
  const body = partOf(await writeDocument(documentIn('es'), 'docx', madeAt), 'word/document.xml');
  const sections = documentIn('es').blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  );
  const contents = body.slice(body.indexOf('<w:sdt>'), body.indexOf('</w:sdt>'));
  assert.ok((contents.match(/<w:hyperlink [^>]*w:anchor/g)?.length ?? 0) >= sections.length);
  for (const section of sections) assert.ok(contents.includes(section), section);
});

test('the PDF is whole, tagged and PDF/UA, and the same instant gives the same bytes', async (t) => {
  const document = documentIn('en');
  const path = await file(document, 'pdf');
  assert.deepEqual(new Uint8Array(readFileSync(path)), await writeDocument(document, 'pdf', madeAt));
  const text = readFileSync(path, 'latin1');
  assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
  assert.match(text, /pdfuaid:part>1/);
  if (run('qpdf', '--check', path) === undefined) t.skip('no qpdf on this machine');
});

test('no format shows a character by which a text from outside would reverse what follows it', async (t) => {
  const made = documentIn('en');
  const said = { text: 'Wells \u202egpj.exe and \u2067pumps', href: 'https://example.org/?q=%E2%80%AE' };
  const blocks = [
    { kind: 'heading', level: 1, text: said.text },
    { kind: 'paragraph', line: [said] },
  ] as const;
  const turned = { ...made, title: said.text, blocks, notes: [[said]], footnotes: [] };
  const html = new TextDecoder().decode(await writeDocument(turned, 'html', madeAt));
  const docx = partOf(await writeDocument(turned, 'docx', madeAt), 'word/document.xml');
  for (const text of [html, docx]) {
    assert.match(text, /Wells gpj\.exe and pumps/);
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/);
  }
  assert.ok(html.includes(said.href));
  const text = run('pdftotext', await file(turned, 'pdf'), '-');
  if (text === undefined) return t.skip('no pdftotext on this machine');
  assert.match(text, /Wells gpj\.exe and pumps/);
});

test('the Arabic PDF is read from right to left in the order of the text', async (t) => {
  const path = await file(documentIn('ar'), 'pdf');
  const text = run('pdftotext', '-f', '1', '-l', '2', path, '-');
  if (text === undefined) return t.skip('no pdftotext on this machine');
  const plain = text.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
  // A lam-alef is one glyph, which pdftotext gives back in the order of the page: words without one are looked for.
  const places = ['تقرير إلى', 'المحتويات', 'عدد التدابير', 'أساس'].map((words) => plain.indexOf(words));
  assert.ok(
    places.every((place) => place >= 0),
    plain.slice(0, 2_000),
  );
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test('DOCX opens in LibreOffice and holds every number of the report', async (t) => {
  const document = documentIn('zh');
  const path = await file(document, 'docx');
  const options = [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    path,
  ];
  const said = run('soffice', ...options);
  if (said === undefined) return t.skip('no LibreOffice on this machine');
  if (!said.includes('convert ')) return t.skip('LibreOffice without Writer on this machine');
  const text = readFileSync(join(folder, 'zh.txt'), 'utf8');
  for (const number of numbersIn(document)) assert.ok(text.includes(number), number);
});

test('HTML holds every number, no script, and escapes what records say', async () => {
  const hostile = { original: 'en', texts: { en: '<script>alert(1)</script> & "more"' } };
  const [first, ...others] = figures.measures;
  assert.ok(first !== undefined);
  const measure = { ...first.row.measure, title: hostile };
  const made = reportDocument(
    translator('en'),
    { ...figures, measures: [{ ...first, row: { ...first.row, measure } }, ...others] },
    { madeAt },
  );
  const html = new TextDecoder().decode(await writeDocument(made, 'html', madeAt));
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /&lt;script&gt;alert\(1\)/);
  for (const number of numbersIn(made)) assert.ok(html.includes(number), number);
});
