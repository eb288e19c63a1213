import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import readExcelFile from 'read-excel-file/node';
import { routeTable } from '../../src/api/route-table.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { sendMail } from '../../src/mailing.ts';
import {
  asked,
  canaryHouse,
  kept,
  released,
  type Secret,
  searchedFor,
  secrets,
  unpublished,
} from '../fixtures/canary-house.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import type { PersonId, SmallOffice } from '../fixtures/small-office.ts';

// What is not meant for a reader comes out of no address, in no language and no format. Every address that the house
// reads out is taken from the house itself, so that a new one is walked through too.

interface Reader {
  readonly person?: PersonId;
  /** What this reader may see. */
  readonly sees: readonly Secret[];
  /** Whose posts the reader keeps, and so knows who holds them. */
  readonly knows?: readonly PersonId[];
}

const readers: Readonly<Record<string, Reader>> = {
  'a visitor': { sees: [] },
  'a clerk of another organisation': { person: 'clerk-sn-other', sees: [] },
  'a clerk of another country': { person: 'clerk-br', sees: [] },
  'the focal point of a country that the record does not name': { person: 'focal-mz', sees: [] },
  'the focal point of the country that was asked': {
    person: 'focal-br',
    sees: ['partners'],
    knows: ['clerk-br'],
  },
  'a secretariat': { person: 'secretariat', sees: ['partners'] },
};

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await canaryHouse();
  app = joinedDoors(office);
});
after(() => office.log.close());

test('the side of the owner sees all of it: the canaries sing where they may', async () => {
  const token = await tokenOf(app, 'focal-sn');
  const texts = await Promise.all(
    [released, unpublished].map(async (id) => (await asks(app, `/en/activity/${id}.json`, { token })).text()),
  );
  const page = await app.request(`/en/activity/${released}/history`, {
    headers: { cookie: `session=${token}` },
  });
  const all = texts.join() + (await page.text());
  assert.deepEqual(
    secrets.filter((secret) => !all.includes(kept(secret))),
    [],
  );
});

for (const [name, { person, sees, knows = [] }] of Object.entries(readers)) {
  test(`${name} learns nothing that is not meant for them`, async () => {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    const forbidden = [
      ...secrets.filter((secret) => !sees.includes(secret)).map(kept),
      ...personsOf(office, [...knows, ...(person === undefined ? [] : [person])]),
    ];
    const leaks: string[] = [];
    let walked = 0;
    for (const address of addresses()) {
      const text = await textOf(address, token);
      walked += 1;
      for (const secret of forbidden) if (text.includes(secret)) leaks.push(`${secret} at ${address}`);
    }
    assert.deepEqual(leaks, []);
    assert.ok(walked > 500, `${walked} addresses`);
  });

  test(`${name} is refused steps without a word of what is hidden`, async () => {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    const forbidden = secrets.filter((secret) => !sees.includes(secret)).map(kept);
    for (const { path } of routeTable.filter(({ step }) => step !== undefined)) {
      for (const id of [released, unpublished]) {
        const address = path.replace('{lang}', 'en').replace('{register}', 'activity').replace('{id}', id);
        const text = await (await asks(app, address, { method: 'POST', token, body: stepBody })).text();
        for (const secret of forbidden) assert.ok(!text.includes(secret), `${secret} at ${address}: ${text}`);
      }
    }
  });
}

test('no search finds or counts what is hidden, by words or by their beginnings', async () => {
  for (const secret of secrets) {
    for (const q of [searchedFor(secret), kept(secret), `"${searchedFor(secret)} ${kept(secret)}"`]) {
      for (const person of [undefined, 'focal-sn', 'focal-mz'] as const) {
        const token = person === undefined ? undefined : await tokenOf(app, person);
        const answer = await asks(app, `/en/search.json?q=${encodeURIComponent(q)}`, { token });
        const { total, facets } = (await answer.json()) as {
          total: number;
          facets: Record<string, unknown[]>;
        };
        assert.equal(total, 0, q);
        assert.deepEqual(Object.values(facets).flat(), [], q);
      }
    }
    assert.deepEqual(office.index.complete(searchedFor(secret).toLowerCase(), 5), []);
  }
});

test('the public list of posts names no person, and whoever asks for one unpublished record by its address gets 404', async () => {
  const { posts } = (await (await asks(app, '/en/posts.json')).json()) as {
    posts: Record<string, unknown>[];
  };
  assert.ok(posts.length > 0);
  for (const post of posts) {
    assert.deepEqual(
      Object.keys(post).filter((key) => ['holders', 'organisation', 'tenures'].includes(key)),
      [],
    );
  }
  for (const ending of ['', '.json', '.csv', '.xlsx', '.jsonl', '/history', '/compare']) {
    assert.equal((await app.request(`/en/activity/${unpublished}${ending}`)).status, 404, ending);
  }
});

test('the country that was asked hears of the record by the title that is in force, at its desk and by mail', async () => {
  const token = await tokenOf(app, 'focal-br');
  const desk = await (await asks(app, '/en/desk.json', { token })).text();
  assert.match(desk, /Dyke of Kayar/);
  await sendMail(office);
  const letters = office.mailbox.letters.filter(({ envelope }) => envelope.to.includes('focal-br@'));
  const words = letters.map(({ bytes }) => Buffer.from(bytes).toString().replaceAll('=\r\n', '')).join();
  assert.match(words, /Dyke of Kayar/);
  for (const secret of secrets) assert.ok(!words.includes(kept(secret)), secret);
});

test('the version of a record tells a visitor nothing of the work on a draft', async () => {
  const etag = async () => (await asks(app, `/en/activity/${released}.json`)).headers.get('etag');
  const before = await etag();
  const token = await tokenOf(app, 'clerk-sn');
  const own = (await asks(app, `/en/activity/${released}.json`, { token })).headers.get('etag') ?? '';
  const request = { method: 'POST', token, body: {}, headers: { 'if-match': own } };
  assert.equal((await asks(app, `/en/activity/${released}/submit.json`, request)).status, 200);
  assert.equal(await etag(), before);
});

const stepBody = {
  seen: 0,
  reason: 'Because',
  remarks: [{ field: 'title', text: 'Which?' }],
  objections: [{ field: 'title' }],
};

/** Names, mailboxes and accounts of everybody but those known. (`clerk-sn` begins the name of another one.) */
function personsOf({ actors }: SmallOffice, known: readonly string[]): readonly string[] {
  return Object.entries(actors).flatMap(([id, { account }]) =>
    known.includes(id) || id === 'clerk-sn' ? [] : [`Person of ${id}`, `${id}@example.org`, account],
  );
}

/** Every address that is read, in every language; those of records and posts for several of them. */
function addresses(): readonly string[] {
  const paths = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const all = [...paths].flatMap((path) => {
    const languages = path.includes('/:lang{(?:') ? interfaceLanguages : (['en', 'ar'] as const);
    return languages.flatMap((lang) =>
      filled(path, lang).flatMap((address) => [address, ...questions(address, lang)]),
    );
  });
  return [...new Set(all)];
}

/** A pattern of the app with every parameter filled in; where a record is named, with both records. */
function filled(path: string, lang: string): readonly string[] {
  const feeds = path.includes('(?:rss|') ? ['rss', 'atom', 'feed.json'] : [''];
  const formats = /\(\?:jsonl\|csv\|xlsx\)/.test(path) ? ['jsonl', 'csv', 'xlsx'] : feeds;
  const ids = path.includes('/posts/') ? ['focal-sn', 'clerk-sn'] : [released, asked, unpublished];
  return formats.flatMap((format) =>
    ids.map((id) =>
      path
        .replace(/:lang(\{(?:[^{}]|\{[^{}]*\})*\})?/, lang)
        .replace(/:register(\{[^{}]*\})?/, 'activity')
        .replace(/:format\{[^{}]*\}/, `search.${format}`)
        .replace(/:id\{[^{}]*json\}/, `${id}.json`)
        .replace(/:id\{[^{}]*xlsx\)\}/, `${id}.${format}`)
        .replace(/:id\{[^{}]*xml\}/, `${id}.xml`)
        .replace(/:publisher\{[^{}]*\}/, 'sn')
        .replace(/:id(\{[^{}]*\})?/, id)
        .replace(/:feed\{[^{}]*\}/, `search.${format}`)
        .replace(/:code\{(?:[^{}]|\{[^{}]*\})*json\)\}/, `SN.${format}`)
        .replace(/:code\{(?:[^{}]|\{[^{}]*\})*ics\}/, 'SN.ics')
        .replace(/:code(\{(?:[^{}]|\{[^{}]*\})*\})?/, 'SN'),
    ),
  );
}

function questions(address: string, lang: string): readonly string[] {
  if (lang !== 'en' && lang !== 'ar') return [];
  if (address === '/oai') return harvests;
  const words = secrets.map((secret) => `?q=${searchedFor(secret)}`);
  if (address.includes('/search'))
    return [...words, '?due=fresh', '?country=SN&confirmation=disputed'].map((q) => address + q);
  if (address.includes('/compare')) return ['?from=1&to=2', '?from=2&to=1'].map((q) => address + q);
  return ['?post=focal-sn', '?all=1'].map((q) => address + q);
}

const harvests = ['oai_dc', 'southbridge'].flatMap((prefix) => [
  `/oai?verb=ListRecords&metadataPrefix=${prefix}`,
  ...[released, asked, unpublished].map(
    (id) => `/oai?verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:localhost:activity/${id}`,
  ),
]);

/** What is read at an address, as program and as browser; workbooks by their cells. */
async function textOf(address: string, token: string | undefined): Promise<string> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}`, cookie: `session=${token}` };
  const answer = await app.request(address, { headers });
  const type = answer.headers.get('content-type') ?? '';
  const heads = JSON.stringify([...answer.headers]);
  if (!type.includes('spreadsheetml')) return heads + (await answer.text());
  const sheets = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
  return heads + JSON.stringify(sheets);
}
