import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { answered, drafted, leakyPipes } from '../fixtures/asking.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { frenchProblem, leakRecords } from '../fixtures/leak-records.ts';
import { sentLetters } from '../fixtures/sent-letters.ts';
import { type GotPage, signedIn, textOf, type Visiting } from '../fixtures/signed-in.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Small towns in Senegal lose their water: an institution asks in French who has solved this and finds nothing that is
// enough, its country asks the others, Brazil and Mozambique answer, one is declined with a
// reason, the other agreed by both and becomes an activity in the cross-check; the numbers of everybody's page move,
// and a third office, which has no account here, reads of it in its letter.

let office: SmallOffice;
let app: Hono;
/** Id of the need. */
let needId = '';

before(async () => {
  office = await smallOffice();
  await office.log.append(leakRecords);
  app = joinedDoors(office);
});
after(() => office.log.close());

const visiting = (person: PersonId): Promise<Visiting> => signedIn(app, office, person);

async function everybodyReads(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return textOf(answer);
}

/** A row of the table of numbers: of all countries, LDCs, LLDCs, SIDS. */
async function numbersOf(label: string): Promise<string> {
  const page = await everybodyReads('/en/needs');
  const row = page.split('<tr>').find((one) => one.includes(`>${label}<`)) ?? '';
  return row
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(label.length)
    .trim();
}

function post(address: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Response> {
  const headers = {
    cookie,
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  };
  return Promise.resolve(
    app.request(address, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  );
}

const at = (page: GotPage) => page.address.split('?')[0]?.replace(/^\/\w\w\//, '/') ?? '';

test('a third office asks to hear of water; its mailbox confirms, and nothing comes before', async () => {
  const asked = await post('/en/follow', { email: 'third@example.net', kind: 'need', sector: '140' });
  assert.equal(asked.status, 200);
  const letter = (await sentLetters(office)).get('third@example.net') ?? '';
  const secret = /follow\/confirm\?secret=([\w-]+)/.exec(letter)?.[1] ?? '';
  assert.equal((await app.request(`/en/follow/confirm?secret=${secret}`)).status, 200);
  assert.equal((await office.accounts.interests.confirmed()).length, 0, 'looking at the link does nothing');
  const confirmed = await post(`/en/follow/confirm?secret=${secret}`, { secret });
  assert.match(await textOf(confirmed), /You will hear of new needs/);
});

test('an institution asks in French and sees what was written in English, Spanish and Arabic, with reasons', async () => {
  const clerk = await visiting('clerk-sn');
  const address = `/fr/solved?${new URLSearchParams({ q: frenchProblem, country: 'Sénégal' })}`;
  const { body } = await clerk.open(address);
  const results = body.slice(body.indexOf('<ol class=res'));
  const items = new Map(
    results.split('<li><p').map((item) => [/\/fr\/\w+\/([\w-]+)"/.exec(item)?.[1] ?? '', item]),
  );
  for (const [id, words] of [
    ['leaks-in-kampala', /leaks<\/bdi> <small>\(anglais, traduit/],
    ['fugas', /fugas<\/bdi> <small>\(espagnol, traduit/],
    ['water-in-jordan', /<small>\(arabe, traduit/],
  ] as const)
    assert.match(items.get(id) ?? '', words, `${id} of ${[...items.keys()]}`);
  assert.ok(!items.has('milk-banks'));
  assert.doesNotMatch(await everybodyReads(address), /need\/new/, 'who has no post begins no need');
});

test('who acts for a country asks for that country, unless the field is emptied or another one is typed', async () => {
  const clerk = await visiting('clerk-sn');
  const countryIn = (body: string) => /name=country value="([^"]*)"/.exec(body)?.[1];
  assert.equal(countryIn((await clerk.open('/fr/solved')).body), 'Sénégal');
  const asks = async (fields: Readonly<Record<string, string>>) => {
    const answer = await post('/fr/solved', { q: frenchProblem, ...fields }, clerk.cookie);
    const address = answer.headers.get('location') ?? '';
    return { address, body: (await clerk.open(address)).body };
  };
  const own = await asks({});
  assert.match(own.address, /country=SN/);
  assert.match(own.body, /Sénégal/);
  const emptied = await asks({ country: ' ' });
  assert.equal(countryIn(emptied.body), '');
  assert.match(
    emptied.body,
    /href="\/language\/ar\?to=[^"]*country%3D/,
    'in another language it stays empty',
  );
  assert.equal(countryIn((await asks({ country: 'Brésil' })).body), 'Brésil');
  assert.equal(countryIn(await everybodyReads('/fr/solved')), '');
  const visitor = await post('/fr/solved', { q: frenchProblem, country: '' });
  assert.doesNotMatch(visitor.headers.get('location') ?? '', /country/);
});

test('one press makes a need of what was asked; nothing is kept before it is saved', async () => {
  const clerk = await visiting('clerk-sn');
  const { body } = await clerk.open(`/fr/solved?${new URLSearchParams({ q: frenchProblem })}`);
  assert.match(body, /<button form=ask formaction="\/fr\/need\/new" name=problem value=1>/);
  const hidden = [...body.matchAll(/<input type=hidden form=ask name="(\w+)" value="([^"]*)">/g)];
  const carried = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const before = await office.log.head();
  const begun = await post('/fr/need/new', { ...carried, q: frenchProblem, problem: '1' }, clerk.cookie);
  const form = { status: begun.status, address: '/fr/need/new', body: await textOf(begun) };
  assert.match(form.body, /value="Fuites d’eau dans les petites villes"/);
  assert.match(form.body, />\nFuites d’eau dans les petites villes\. Nos réseaux perdent/);
  assert.match(form.body, /value="SN" checked>Sénégal/);
  assert.equal(await office.log.head(), before);
  const sent = await clerk.press(form, '/need/new', {
    'sectors.0': '140',
    'languages.0': 'fr',
    do: 'submit',
  });
  needId = at(sent).split('/')[2] ?? '';
  assert.equal(at(sent), `/need/${needId}`, sent.body.slice(0, 3_000));
  assert.doesNotMatch(await everybodyReads('/en/needs'), /Fuites/);
});

test('its focal point releases the need; everybody sees the days left', async () => {
  const senegal = await visiting('focal-sn');
  assert.match((await senegal.open('/en/desk?post=focal-sn')).body, /Fuites d’eau/);
  await senegal.press(await senegal.open(`/en/need/${needId}`), '/release');
  const page = await everybodyReads('/en/needs');
  assert.match(page, /Fuites d’eau dans les petites villes/);
  assert.match(page, /60 days left for answers, until 5 July 2024/);
  assert.match(page, /0 answers/);
  assert.equal(await numbersOf('Released'), '1 1 0 0');
});

test('two posts answer from the page of the need, by a form that knows both sides already', async () => {
  for (const [person, summary] of [
    ['focal-br', 'Two engineers for three months'],
    ['focal-mz', 'A used pump'],
  ] as const) {
    const visitor = await visiting(person);
    const need = await visitor.open(`/en/need/${needId}`);
    const way = /href="(\/en\/match\/new\?[^"]*)"/.exec(need.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await visitor.open(way);
    const saved = await visitor.press(form, '/match/new', {
      'summary.en': summary,
    });
    assert.match(at(saved), /^\/match\//, saved.body.slice(0, 3_000));
    const released = await visitor.press(saved, '/release');
    assert.equal(released.status, 200);
  }
  const page = await everybodyReads(`/en/need/${needId}`);
  assert.match(page, /In talks/);
  assert.match(page, /2 answers/);
});

test('the asking post reads all answers in one table, also in Excel, and is told by mail', async () => {
  const senegal = await visiting('focal-sn');
  const need = await senegal.open(`/en/need/${needId}`);
  assert.match(need.body, /Accepted by one side/);
  const csv = await senegal.open(`/en/need/${needId}/answers.csv`);
  assert.match(csv.body, /Brazil/);
  assert.match(csv.body, /Mozambique/);
  const book = await app.request(`/en/need/${needId}/answers.xlsx`, { headers: { cookie: senegal.cookie } });
  assert.match(book.headers.get('content-type') ?? '', /spreadsheetml/);
  assert.match((await senegal.open('/en/desk?post=focal-sn')).body, /Fuites d’eau/);
  const told = await sentLetters(office);
  const note = told.get('focal-sn@example.org') ?? '';
  assert.match(note, /match\//);
  assert.match(note, /(Brazil|Brésil) → S[ée]n[ée]gal[\s\S]*Mozambique → S/, 'two answers are told apart');
  assert.match(
    told.get('third@example.net') ?? '',
    new RegExp(`need/${needId}`),
    'the letter of a third office',
  );
});

test('one is declined with a reason that only the two sides read, the other agreed by both', async () => {
  const senegal = await visiting('focal-sn');
  const [brazil, mozambique] = ['BR', 'MZ'].map(
    (country) =>
      office.board
        .records([needId])
        .get(needId)
        ?.state.matches?.find(({ by }) => by.includes(country))?.match ?? '',
  );
  const ask = await senegal.open(`/en/match/${mozambique}/decline?post=focal-sn`);
  const declined = await senegal.press(ask, '/decline', { because: 'notFitting' });
  assert.equal(declined.status, 200);
  assert.doesNotMatch(await everybodyReads(`/en/need/${needId}`), /does not fit the need/);
  const other = await (await visiting('focal-mz')).open(`/en/need/${needId}`);
  assert.match(other.body, /does not fit the need/);
  const match = await senegal.open(`/en/match/${brazil}`);
  assert.match(match.body, />Agree</);
  assert.match(match.body, /<select name=meets required><option value="">Choose<option value="whole">/);
  const unsaid = await senegal.press(match, '/confirm');
  assert.equal(unsaid.status, 400);
  assert.match(unsaid.body, /Choose how much of your need is met/);
  assert.match(
    await everybodyReads(`/en/need/${needId}`),
    /<b>In talks<\/b>/,
    'nothing was agreed in silence',
  );
  await senegal.press(unsaid, '/confirm', { meets: 'whole' });
  assert.match(await everybodyReads(`/en/need/${needId}`), /<b>Agreed<\/b>/);
  assert.equal(await numbersOf('Agreed by both sides, in whole or in part'), '1 of 1 1 of 1 0 of 0 0 of 0');
});

test('it becomes an activity in the cross-check, and the numbers move', async () => {
  const id = office.board
    .records([needId])
    .get(needId)
    ?.state.matches?.find(({ stage }) => stage === 'agreed')?.match;
  const brazil = await visiting('focal-br');
  const match = await brazil.open(`/en/match/${id}`);
  const way = /href="(\/en\/activity\/new\?[^"]*)"/.exec(match.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = await brazil.open(way);
  assert.match(
    form.body,
    /name="title\.en"[^>]* value="Water supply and sanitation \(Brazil → Senegal\)"/,
    'what the cooperation is, in the language of the form',
  );
  const saved = await brazil.press(form, '/activity/new');
  assert.match(at(saved), /^\/activity\//, saved.body.slice(0, 3_000));
  const released = await brazil.press(saved, '/release');
  const activity = at(released).split('/')[2] ?? '';
  assert.equal(office.board.records([activity]).get(activity)?.state.answers['SN']?.state, 'asked');
  assert.equal(await numbersOf('Of these, became activities'), '1 of 1 1 of 1 0 of 0 0 of 0');
  const cameOf = new RegExp(`Activity: <a href="/en/activity/${activity}">Water supply and sanitation`);
  assert.match(await everybodyReads(`/en/match/${id}`), cameOf, 'by its name');
});

test('the letter of the third office named the need once, and one press ends the letters and deletes the address', async () => {
  office.clock.set('2024-05-08T08:00:00.000Z');
  await drafted(office, 'focal-sn', 'need', 'wells', {
    ...leakyPipes,
    title: { original: 'fr', texts: { fr: 'Puits' } },
  });
  const senegal = await visiting('focal-sn');
  await senegal.press(await senegal.open('/en/need/wells'), '/release');
  const letter = (await sentLetters(office)).get('third@example.net') ?? '';
  assert.match(letter, /need\/wells/);
  assert.doesNotMatch(letter, new RegExp(needId), 'that one was told two days before');
  office.clock.set('2024-05-09T08:00:00.000Z');
  assert.equal((await sentLetters(office)).get('third@example.net'), undefined, 'nothing new, no letter');
  const stop = /\/en\/follow\/stop\?secret=[\w-]+/.exec(letter)?.[0] ?? '';
  for (const _ of [1, 2]) {
    const ended = await app.request(stop, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    assert.equal(ended.status, 200);
  }
  assert.equal((await office.accounts.interests.confirmed()).length, 0);
});

test('who asks again and again for one mailbox is refused, and what is no address is named', async () => {
  for (const _ of [1, 2, 3])
    assert.equal((await post('/en/follow', { email: 'full@example.net' })).status, 200);
  assert.equal((await post('/en/follow', { email: 'full@example.net' })).status, 429);
  const wrong = await post('/en/follow', { email: 'bad@' });
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /“bad@” is not valid at E-mail address/);
});

test('an answer between two sides leaves no trace at any door for others', async () => {
  await answered(office, 'focal-br', 'zqclosedmatch', 'wells', { visibility: 'parties' });
  const mozambique = await visiting('focal-mz');
  for (const address of [
    '/en/need/wells',
    '/en/need/wells/history',
    '/en/need/wells.json',
    '/api/needs',
    '/api/needs/wells/answers',
    '/en/needs',
    '/en/search?q=engineers',
    '/en/search.atom?kind=match',
    '/api/records?register=match',
    '/oai?verb=ListRecords&metadataPrefix=oai_dc',
    '/en/consultations',
  ]) {
    assert.doesNotMatch(await (await app.request(address)).text(), /zqclosedmatch/, address);
    assert.doesNotMatch(
      (await mozambique.open(address)).body,
      /zqclosedmatch/,
      `${address} for a third country`,
    );
  }
  assert.equal((await mozambique.open('/en/match/zqclosedmatch')).status, 404);
  assert.match(await everybodyReads('/en/need/wells'), /1 answer is between the two sides/);
});
