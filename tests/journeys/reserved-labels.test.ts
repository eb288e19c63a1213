import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import ICAL from 'ical.js';
import readExcelFile from 'read-excel-file/node';
import { langText } from '../../src/kernel/lang-text.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { reserveWords } from '../../src/operations/review/reserve.ts';
import { show } from '../../src/operations/show.ts';
import { nameOf } from '../../src/vocabulary/code-list.ts';
import { countryName } from '../../src/vocabulary/countries.ts';
import { modalities } from '../../src/vocabulary/modalities.ts';
import { cardSvg } from '../../src/web/picture/card.ts';
import { recordCard } from '../../src/web/picture/cards.ts';
import { translator } from '../../src/wording/messages.ts';
import { onWords, withReservations } from '../../src/wording/reserved.ts';
import { recordsOf } from '../contracts/workbooks-bench.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { visiting } from '../fixtures/visiting.ts';
import { released } from '../fixtures/wells.ts';

// Brazil has a reservation about the label "triangular", Senegal about its name: both stand as marks wherever the label
// stands, with their notes beside, in every language and through every door.

const brazil = 'O Brasil fala em cooperação trilateral.';
const senegal = 'Selon l’usage officiel.';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  await released(office, 'wells', { modality: 'triangular' });
  const label = { kind: 'label', list: 'modality', code: 'triangular' } as const;
  await reserveWords(office, office.actors['focal-br'], { on: label, text: langText('pt', brazil) });
  const name = { kind: 'label', list: 'country', code: 'SN' } as const;
  await reserveWords(office, office.actors['focal-sn'], { on: name, text: langText('fr', senegal) });
  app = joinedDoors(office);
});
after(() => office.log.close());

const triangular = (lang: InterfaceLanguage) => `${nameOf(modalities, 'triangular', lang)}¹`;
const senegalIn = (lang: InterfaceLanguage) => `${countryName('SN', lang)}²`;

async function text(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

/** The text in full: both marks with their notes. */
function says(whole: string, marked: readonly string[], notes: readonly string[], where: string): void {
  for (const part of [...marked, ...notes]) assert.ok(whole.includes(part), `${where}: ${part}`);
}

test('lists to choose from in a form carry the mark, and the page its footnote', async () => {
  const { read } = visiting(office);
  for (const lang of interfaceLanguages) {
    const form = await read('focal-sn', `/${lang}/activity/wells/edit`);
    assert.ok(form.includes(`<option value="triangular" selected>${triangular(lang)}`), lang);
    assert.ok(form.includes(`<option value="SN" selected>${senegalIn(lang)}`), lang);
    says(form.slice(form.indexOf('<footer')), ['¹', '²'], [brazil, senegal], lang);
  }
});

test('feeds carry the marks in their name and categories, and the notes in words', async () => {
  for (const lang of interfaceLanguages) {
    for (const form of ['rss', 'atom', 'feed.json']) {
      const feed = await text(`/${lang}/search.${form}?modality=triangular`);
      says(feed, [triangular(lang), senegalIn(lang)], [`¹ `, brazil, senegal], `${lang} ${form}`);
    }
    const atom = await text(`/${lang}/search.atom?modality=triangular`);
    assert.ok(atom.includes(`term="${countryName('SN', lang)}" label="${senegalIn(lang)}"`), lang);
  }
});

test('a calendar of a search by the label is called with its mark', async () => {
  for (const lang of interfaceLanguages) {
    const calendar = new ICAL.Component(ICAL.parse(await text(`/${lang}/search.ics?modality=triangular`)));
    const said = [calendar.getFirstPropertyValue('name'), calendar.getFirstPropertyValue('x-wr-caldesc')];
    says(said.join('\n'), [triangular(lang)], [`¹ `, brazil], lang);
  }
});

test('a workbook has the marks in its cells and lists, the notes to read, and comes back as it went', async () => {
  const { values } = (await show(office, 'activity', 'wells')).record;
  for (const lang of interfaceLanguages) {
    const answer = await app.request(`/${lang}/search.xlsx?kind=activity`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sheets = await readExcelFile(bytes);
    const cells = sheets.map(({ data }) => data.flat().map(String));
    assert.ok(
      cells.some((sheet) => sheet.includes(triangular(lang))),
      lang,
    );
    assert.ok(
      cells.some((sheet) => sheet.includes('list_modality') && sheet.includes(triangular(lang))),
      lang,
    );
    const whole = cells.flat().join('\n');
    says(whole, [senegalIn(lang), `BR: ${brazil}`], [`¹ `, brazil, `² `, senegal], lang);
    const [read] = await recordsOf(bytes);
    assert.deepEqual([read?.findings, read?.values['modality']], [[], values['modality']], lang);
    assert.deepEqual(read?.values['participants'], values['participants'], lang);
  }
});

test('the picture that others show beside a link has the mark and, small, the note', async () => {
  const { record } = await show(office, 'activity', 'wells');
  for (const lang of interfaceLanguages) {
    const t = withReservations(translator(lang), onWords(office.board.reservations()));
    const card = recordCard(t, record);
    assert.ok(card.line.includes(senegalIn(lang)), lang);
    const drawn = cardSvg(card)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    says(drawn, [senegalIn(lang)], [senegal], lang);
    assert.ok(!drawn.includes(brazil), lang);
  }
  assert.equal((await app.request('/en/activity/wells.png')).headers.get('content-type'), 'image/png');
});

test('tables for programs name the reservation in the row of the record', async () => {
  assert.match(await text('/en/search.csv?kind=activity'), new RegExp(`BR: ${brazil}`));
  const one = JSON.parse(await text('/api/records/activity/wells'));
  assert.ok(JSON.stringify(one.review.reservations).includes(brazil));
});
