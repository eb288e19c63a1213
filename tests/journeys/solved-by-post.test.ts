import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

// What people paste into "Who has solved this?", sent to a node as it is started, by form and by program. The starter
// collection knows human milk banks, school meals and rice.

let house: RunningHouse;
before(async () => {
  house = await startHouse();
});
after(() => house.drop());

interface Solved {
  readonly problem: {
    readonly languages: readonly string[];
    readonly words: readonly string[];
    readonly unheard: readonly string[];
    readonly cut: boolean;
  };
  readonly total: number;
  readonly results: readonly { readonly id: string; readonly words: readonly { readonly lang: string }[] }[];
}

const asked = (body: unknown): Promise<Response> =>
  fetch(`${house.address}/api/solved`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function solved(q: string, more: object = {}): Promise<Solved> {
  const answer = await asked({ q, ...more });
  assert.equal(answer.status, 200, await answer.clone().text());
  // The shape is held against the description of the API elsewhere.
  return (await answer.json()) as Solved;
}

/** The page to which a form leads in the end. */
async function page(q: string, lang = 'en'): Promise<string> {
  const answer = await fetch(`${house.address}/${lang}/solved`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ q }),
  });
  assert.equal(answer.status, 200);
  return answer.text();
}

const idsOf = ({ results }: Solved): readonly string[] => results.map(({ id }) => id);
const milk = 'Premature babies need milk and there is no bank of human milk in the country.';

test('a page of text finds what its sentences are about, wherever in it they stand', async () => {
  const around = 'The committee met in the morning and took note of the minutes. '.repeat(60);
  const text = `${around}${milk} ${around}`;
  const found = await solved(text);
  assert.ok(idsOf(found).includes('human-milk-banks'), idsOf(found).join());
  assert.equal(found.problem.cut, false);
  assert.match(await page(text), /practice\/human-milk-banks"/);
});

test('fifty thousand words are read as far as is said, and stand in the field of the page whole', async () => {
  const words = Array.from({ length: 50_000 }, (_, at) => `word${at % 997}`).join(' ');
  const text = `${milk} ${words} lastwordofall`;
  const found = await solved(text);
  assert.equal(found.problem.cut, true);
  assert.ok(idsOf(found).includes('human-milk-banks'));
  const shown = await page(text);
  assert.match(shown, /first 200,000 characters were read/);
  assert.match(shown, /lastwordofall<\/textarea>/);
  const arabic = `${'نحتاج إلى بنك لحليب الأم للأطفال الخدج '.repeat(7_000)}`;
  assert.equal((await solved(arabic)).problem.languages[0], 'ar');
});

test('what is longer than is taken is refused, with what would be right', async () => {
  const tooLong = await asked({ q: 'milk '.repeat(100_000) });
  assert.equal(tooLong.status, 400);
  assert.match(await tooLong.text(), /≤ 400000/);
  assert.equal((await asked({ q: 'x'.repeat(1_100_000) })).status, 413);
  const form = new URLSearchParams({ q: 'x'.repeat(6_000_000) });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const refused = await fetch(`${house.address}/en/solved`, { method: 'POST', headers, body: form });
  assert.equal(refused.status, 413);
});

test('after a refusal the line still serves what is asked on it next', async () => {
  const { port, host } = new URL(house.address);
  const form = 'q='.padEnd(6_000_000, 'x');
  const head = ['POST /en/solved HTTP/1.1', `host: ${host}`, 'sec-fetch-site: same-origin'];
  const type = 'content-type: application/x-www-form-urlencoded';
  const line = connect(Number(port), '127.0.0.1').setEncoding('utf8');
  line.write([...head, type, `content-length: ${form.length}`, '', form].join('\r\n'));
  line.write(`GET /health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
  let got = '';
  for await (const part of line) got += part;
  assert.deepEqual(got.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 413', 'HTTP/1.1 200']);
});

test('an empty text, or one of spaces, is told what to do', async () => {
  for (const q of ['', ' \n\t ']) {
    const answer = await asked({ q });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /q or record/);
    assert.match(await page(q), /Describe a problem in your own words/);
  }
  assert.equal((await asked({})).status, 400, 'a body without a text');
  assert.equal((await solved('', { record: 'need/car-pre-arrival-processing' })).results.length > 0, true);
});

test('one word is looked for as it is, in the other languages as well', async () => {
  assert.ok(idsOf(await solved('milk')).includes('human-milk-banks'));
  const found = await solved('حليب');
  assert.deepEqual(found.problem.languages, ['ar']);
  assert.ok(idsOf(found).includes('human-milk-banks'));
  assert.equal((await solved('zzzzqqqq')).total, 0);
});

test('sentences in several languages are each read in their own', async () => {
  const text =
    'Les nourrissons prématurés ont besoin de lait maternel. The school meals should be bought from family farms. ' +
    'Los agricultores quieren sembrar arroz con menos agua cada año.';
  const found = await solved(text, { limit: 30 });
  assert.deepEqual([...found.problem.languages].sort(), ['en', 'es', 'fr']);
  for (const id of ['human-milk-banks', 'home-grown-school-feeding', 'system-of-rice-intensification'])
    assert.ok(idsOf(found).includes(id), `${id}: ${idsOf(found).join()}`);
});

test('of a language that we do not have the words are compared as they stand, and that is said', async () => {
  const text =
    'Wakulima wadogo katika maeneo kame hupoteza maji mengi katika mabomba ya zamani kila mwaka, M-Pesa';
  const found = await solved(text);
  assert.ok(found.problem.languages.includes('und'));
  assert.ok(found.problem.unheard.length > 0);
  assert.ok(
    idsOf(found).some((id) => id.includes('m-pesa')),
    idsOf(found).join(),
  );
  assert.match(await page(text), /could not be told/);
});

test('only numbers and signs find nothing, and the page says why', async () => {
  for (const q of ['12 345,67 % 2024-05-06', '+++ !!! ---', '١٢٣ ٤٥٦']) {
    const found = await solved(q);
    assert.deepEqual([found.problem.words, found.total], [[], 0], q);
    assert.match(await page(q), /no words that could be looked for/, q);
  }
});

test('markup is taken out before words are looked for, and does nothing on the page', async () => {
  const text = `<html><head><style>p {colour: rice}</style><script>alert('school')</script></head><p class="rice">${milk}</p>&nbsp;<!-- rice -->`;
  const found = await solved(text);
  assert.equal(idsOf(found)[0], 'human-milk-banks');
  assert.ok(!found.problem.words.some((word) => /^(rice|alert|class|nbsp|script)$/i.test(word)));
  const shown = await page(`${text}</textarea><img src=x onerror=alert(1)>`);
  assert.doesNotMatch(shown, /<img src=x|<script>alert/);
  assert.match(await page('<br><hr>'), /no words that could be looked for|Nothing was asked/);
});

test('a body that is no JSON, has an unknown member or a country that nobody knows is refused', async () => {
  const headers = { 'content-type': 'application/json' };
  const broken = await fetch(`${house.address}/api/solved`, { method: 'POST', headers, body: '{"q": "mi' });
  assert.equal(broken.status, 400);
  assert.equal((await asked({ q: 'milk', query: 'milk' })).status, 400);
  assert.equal((await asked({ q: 'milk', country: 'Nowhere' })).status, 400);
  assert.equal((await asked({ q: 'milk', record: 'need/none' })).status, 404);
});
