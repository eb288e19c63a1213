import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { partnerPoints } from '../../src/matching/partners/partner-weights.ts';
import { mostPoints } from '../../src/matching/weights.ts';
import type { UseVerdict } from '../../src/operations/ports/usefulness.ts';
import { webApp } from '../../src/web/routes.ts';
import { houseOf, revision } from '../fixtures/house-of-specimens.ts';

const en = (text: string) => ({ original: 'en', texts: { en: text } });
const es = (text: string) => ({ original: 'es', texts: { es: text } });
const ar = (text: string) => ({ original: 'ar', texts: { ar: text } });

let app: Hono;
const verdicts: UseVerdict[] = [];

before(async () => {
  const office = await houseOf([
    revision('practice', 'leaks-in-kampala', {
      title: en('Finding leaks in small water networks'),
      whatWasDone: en('Meters and listening rods showed where pipes leak; towns repaired them.'),
      originCountries: ['UG'],
      sectors: ['14020'],
    }),
    revision('activity', 'fugas', {
      title: es('Reducción de fugas de agua en ciudades pequeñas'),
      participants: [
        { country: 'BO', role: 'provider' },
        { country: 'PY', role: 'recipient' },
      ],
    }),
    revision('practice', 'water-in-jordan', {
      title: ar('الحد من تسرب المياه في شبكات المدن الصغيرة'),
      originCountries: ['JO'],
    }),
    revision('practice', 'milk', { title: en('Network of milk banks'), originCountries: ['BR'] }),
    revision('need', 'thies', {
      title: { original: 'fr', texts: { fr: 'Moins de fuites d’eau dans les petites villes' } },
      countries: ['SN'],
      sectors: ['14020'],
    }),
    revision('offer', 'ear', {
      title: en('Training in finding leaks of water'),
      countries: ['UG'],
      sectors: ['14020'],
    }),
  ]);
  const usefulness = {
    keep: async (verdict: UseVerdict) => verdicts.push(verdict) < 3,
    of: async () => ({ useful: 0, notUseful: 0 }),
  };
  app = webApp({ ...office, usefulness }, { publicAddress: '', cacheBytes: 0 });
});

const page = async (address: string) => {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
};
const post = (address: string, form: Readonly<Record<string, string>>, headers = {}) =>
  app.request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  });

describe('who has solved this', () => {
  it('tells with which other word of the same language a record says it, not a mere other ending', async () => {
    const told = await page('/en/solved?q=losses+and+leaking+pipes+in+towns');
    const kampala = told.slice(told.indexOf('leaks-in-kampala'));
    assert.match(kampala, /<bdi>leaking<\/bdi>(?! →)/);
    const cities = await page('/en/solved?q=conduits+of+water');
    assert.match(cities, /<bdi>conduits<\/bdi> → <bdi[^>]*>pipes<\/bdi>/);
  });

  it('asked in French finds what is written in English, Spanish and Arabic, with the words that led there', async () => {
    const found = await page('/fr/solved?q=fuites+d%27eau+dans+les+petites+villes&country=S%C3%A9n%C3%A9gal');
    for (const id of ['leaks-in-kampala', 'fugas', 'water-in-jordan', 'ear'])
      assert.ok(found.includes(`/${id}"`), id);
    assert.ok(!found.includes('/milk"'));
    assert.match(found, /leaks<\/bdi>/);
    assert.match(found, /fugas<\/bdi>/);
  });

  it('points from the word asked to the word found in the direction in which the reader reads', async () => {
    const arabic = await page(
      '/ar/solved?q=%D8%AA%D8%B3%D8%B1%D8%A8+%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87+leaks',
    );
    assert.match(arabic, /<\/bdi> ← <bdi lang="en" dir=ltr>leaks<\/bdi>/);
    assert.doesNotMatch(arabic, /<\/bdi> → <bdi/);
    assert.match(await page('/fr/solved?q=fuites'), /<\/bdi> → <bdi lang="en" dir=ltr>leaks?<\/bdi>/);
  });

  it('looks in countries like one’s own only, where asked to', async () => {
    const found = await page('/en/solved?q=leaks+of+water&country=TZ&alike=1');
    assert.ok(found.includes('/leaks-in-kampala"'));
    assert.ok(!found.includes('/water-in-jordan"'));
  });

  it('tells in which languages the records have texts, and shows those in some of them only, where asked to', async () => {
    const question = '/fr/solved?q=fuites+d%27eau+dans+les+petites+villes';
    const found = await page(question);
    assert.match(found, /value="?en"?> anglais \(\d+\)/);
    assert.match(found, /value="?es"?> espagnol \(1\)/);
    assert.match(found, /value="?ar"?> arabe \(1\)/);
    const chosen = await page(`${question}&written=es&written=ar`);
    assert.match(chosen, /value="?es"? checked> espagnol \(1\)/);
    for (const id of ['fugas', 'water-in-jordan']) assert.ok(chosen.includes(`/${id}"`), id);
    assert.ok(!chosen.includes('/leaks-in-kampala"'));
    const none = await page(`${question}&written=zh`);
    assert.match(none, /value="?zh"? checked> chinois \(0\)/);
    const form = { q: 'fuites', written: 'es' };
    const posted = await post('/fr/solved', form, { 'sec-fetch-site': 'same-origin' });
    assert.equal(posted.headers.get('location'), '/fr/solved?q=fuites&written=es');
  });

  it('leads who finds nothing that helps to the offices that can write a need, of his or her country where it is known', async () => {
    const known = await page('/en/solved?q=leaks+of+water&country=SN');
    assert.match(known, /href="\/en\/focal-points\/SN"/);
    assert.match(known, /href="\/en\/follow"/);
    assert.match(await page('/en/solved?q=leaks+of+water'), /href="\/en\/focal-points"/);
    assert.doesNotMatch(await page('/en/solved?record=need/thies'), /Nothing that helps/);
  });

  it('asked with a need finds what could answer it and leads to a match with both filled in', async () => {
    const found = await page('/en/solved?record=need/thies');
    assert.ok(found.includes('/leaks-in-kampala"'));
    assert.match(found, /\/en\/match\/new\?need=thies&amp;offer=ear/);
    assert.ok(!found.slice(found.indexOf('<ol')).includes('/need/thies"'));
  });

  it('asked with an offer finds needs', async () => {
    const found = await page('/en/solved?record=offer/ear');
    assert.ok(found.includes('/need/thies"'));
    assert.ok(!found.slice(found.indexOf('<ol')).includes('/practice/'));
  });

  it('a page of text is posted and answered without an address; a short one gets an address', async () => {
    const short = await post('/en/solved', { q: 'leaks', country: 'SN' });
    assert.equal(short.status, 303);
    assert.equal(short.headers.get('location'), '/en/solved?q=leaks&country=SN');
    const long = await post('/en/solved', { q: 'Our pipes leak and towns lose water. '.repeat(40) });
    assert.equal(long.status, 200);
    assert.match(await long.text(), /leaks-in-kampala/);
  });

  it('a question without a word gets an answer, too, and what was ticked stays', async () => {
    const sent = await post('/en/solved', { q: ' ', country: 'Senegal', alike: '1' });
    const address = sent.headers.get('location') ?? '';
    assert.equal(address, '/en/solved?country=SN&alike=1&q=');
    const answered = await page(address);
    assert.match(answered, /Nothing was asked: describe the problem/);
    assert.match(answered, /name=alike value=1 checked/);
    assert.doesNotMatch(await page('/en/solved'), /Nothing was asked/);
  });

  it('an odd question is answered with what would be right', async () => {
    assert.match(await page('/en/solved?q=12345+67'), /no words that could be looked for/);
    assert.match(await page('/en/solved?q=%3Cbr%3E%3Chr%3E'), /no words|Nothing was asked/);
    assert.match(await page('/en/solved?q=zzzzqqqq'), /No record has any of these words/);
    assert.match(await page('/en/solved?q=leaks&country=Nowhere'), /“Nowhere”/);
    assert.match(await page('/en/solved?q=%3Cscript%3Ealert(1)%3C/script%3E+leaks'), /leaks-in-kampala/);
    assert.equal((await app.request('/en/solved?record=need/none')).status, 404);
  });

  it('fifty thousand words are read as far as is said; more than is taken is refused', async () => {
    const words = Array.from({ length: 50_000 }, (_, at) => `leak${at % 7}`).join(' ');
    const answer = await post('/en/solved', { q: `${words} leaks of water` });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /first 200,000 characters/);
    const refused = await post('/en/solved', { q: 'x'.repeat(6_000_000) });
    assert.equal(refused.status, 413);
  });

  it('a mixture of languages, and a language that we do not have, are answered', async () => {
    const mixed = await page('/en/solved?q=fuites+leaks+%D1%83%D1%82%D0%B5%D1%87%D0%BA%D0%B0+fugas');
    assert.match(mixed, /leaks-in-kampala/);
    const swahili =
      'Wakulima wadogo katika maeneo kame hupoteza maji mengi katika mabomba ya zamani kila mwaka, leaks';
    const found = await page(`/en/solved?q=${encodeURIComponent(swahili)}`);
    assert.match(found, /could not be told/);
  });
});

describe('useful or not', () => {
  it('is kept with record, day and words that records have: nothing of who said it', async () => {
    const answer = await post('/en/solved/useful', {
      record: 'milk',
      verdict: 'useful',
      words: 'milk Ada-Diop',
    });
    assert.match(await answer.text(), /nothing about you/);
    assert.deepEqual(verdicts, [{ record: 'milk', useful: true, on: '2026-11-21', words: ['milk'] }]);
  });

  it('is not taken from elsewhere, for what is no record, or for what is no answer; past a day’s fill it says so', async () => {
    const form = { record: 'milk', verdict: 'not', words: '' };
    assert.equal((await post('/en/solved/useful', form, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await post('/en/solved/useful', { ...form, record: 'none' })).status, 404);
    assert.equal((await post('/en/solved/useful', { ...form, verdict: 'maybe' })).status, 400);
    await post('/en/solved/useful', form);
    assert.match(await (await post('/en/solved/useful', form)).text(), /tomorrow/);
  });
});

describe('partners', () => {
  it('are named with reasons, and those that such a list would hide', async () => {
    const found = await page('/en/partners?country=PE&wanted=provider');
    assert.match(found, /Bolivia/);
    assert.match(found, /Who falls through/);
    assert.match(found, /has shared experience with \d+ countr/);
    assert.match(await page('/en/partners?country=Nowhere'), /two letters|“Nowhere”/);
  });

  it('every weight stands on the page that says how', async () => {
    const how = await page('/en/how-matches-are-found');
    for (const points of [...Object.values(mostPoints), ...Object.values(partnerPoints)])
      assert.ok(how.includes(`<td class=num>${points}<`), `${points}`);
  });
});
