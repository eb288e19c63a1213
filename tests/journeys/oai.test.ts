import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { langText } from '../../src/kernel/lang-text.ts';
import type { Office } from '../../src/operations/house.ts';
import { houseOf, revision, specimens } from '../fixtures/house-of-specimens.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { oaiJudge } from '../fixtures/oai-schemas.ts';
import { skipWords } from '../fixtures/shared-data.ts';

// A harvester at the door: every answer is valid by the protocol's own schemas, lists come in parts that lose nothing,
// what is withdrawn stays as a deleted header, and each refusal bears the code that the protocol has for it.

let office: Office;
let app: Hono;
let judge: Awaited<ReturnType<typeof oaiJudge>>;

before(async () => {
  const many = Array.from({ length: 300 }, (_, n) =>
    revision(
      'activity',
      `many-${n}`,
      { title: langText('sw', `Visima ${n}`) },
      { at: `2026-11-19T10:00:${String(n % 60).padStart(2, '0')}.000Z` },
    ),
  );
  office = await houseOf([...many, ...specimens()]);
  app = joinedDoors(office);
  judge = await oaiJudge();
});
after(() => office.log.close());

async function oai(query: string): Promise<string> {
  const answer = await app.request(`/oai?${query}`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/xml; charset=utf-8$/);
  return answer.text();
}

function codesIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<error code="(\w+)"/g)].map(([, code = '']) => code);
}

async function harvested(
  query: string,
): Promise<{ readonly parts: readonly string[]; readonly ids: readonly string[] }> {
  const [verb = ''] = query.split('&');
  const parts = [await oai(query)];
  for (;;) {
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(parts.at(-1) ?? '')?.[1];
    if (token === undefined) break;
    parts.push(await oai(`${verb}&resumptionToken=${token}`));
  }
  const ids = parts.flatMap((part) => [...part.matchAll(/<identifier>([^<]+)</g)].map(([, id = '']) => id));
  return { parts, ids };
}

test('every kind of answer is valid by the schemas of the protocol, of Dublin Core and of our own record', async (t) => {
  if (judge === undefined) return t.skip(skipWords);
  const questions = [
    'verb=Identify',
    'verb=ListSets',
    'verb=ListMetadataFormats',
    'verb=GetRecord&metadataPrefix=southbridge&identifier=oai:localhost:activity/hostile',
    'verb=Nothing',
    'verb=GetRecord&metadataPrefix=marc&identifier=oai:localhost:activity/hostile',
    'verb=ListIdentifiers&metadataPrefix=oai_dc&set=country:BR',
  ];
  for (const question of questions) assert.equal(await judge(await oai(question)), '', question);
  for (const prefix of ['oai_dc', 'southbridge']) {
    const { parts } = await harvested(`verb=ListRecords&metadataPrefix=${prefix}`);
    for (const part of parts) assert.equal(await judge(part), '', prefix);
  }
});

test('a list comes in parts, in order of its datestamps, with every record once', async () => {
  const { parts, ids } = await harvested('verb=ListIdentifiers&metadataPrefix=oai_dc');
  assert.equal(parts.length, 2);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 300 + 32);
  const stamps = parts.flatMap((part) => [...part.matchAll(/<datestamp>([^<]+)</g)].map(([, at]) => at));
  assert.deepEqual(stamps, stamps.toSorted());
  assert.match(parts[1] ?? '', /<resumptionToken cursor="250"><\/resumptionToken>/);
});

test('what is withdrawn stays as a header that says deleted, and tells nothing of what it was', async () => {
  const xml = await oai('verb=GetRecord&metadataPrefix=southbridge&identifier=oai:localhost:activity/gone');
  assert.match(xml, /<header status="deleted">/);
  assert.doesNotMatch(xml, /<metadata>|A record that was wrong/);
  const { parts } = await harvested('verb=ListRecords&metadataPrefix=oai_dc');
  assert.equal(parts.join('').match(/status="deleted"/g)?.length, 1);
});

test('Dublin Core says title and description by language, codes and countries by name, and the page', async () => {
  const xml = await oai('verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:activity/milk-banks');
  assert.match(xml, /<dc:title xml:lang="ar">بنوك حليب الأم في أنغولا<\/dc:title>/);
  assert.match(xml, /<dc:subject xml:lang="en">[^<]+<\/dc:subject>/);
  assert.match(xml, /<dc:coverage xml:lang="en">Mozambique<\/dc:coverage>/);
  assert.match(xml, /<dc:contributor xml:lang="pt">Agência Brasileira de Cooperação<\/dc:contributor>/);
  assert.match(xml, /<dc:date>2010\/2019-05<\/dc:date>/);
  assert.match(xml, /<dc:identifier>http:\/\/localhost\/en\/activity\/milk-banks<\/dc:identifier>/);
});

test('sets hold what belongs to them, and from and until are inclusive to the second', async () => {
  const ids = async (query: string) =>
    (await harvested(`verb=ListIdentifiers&metadataPrefix=oai_dc&${query}`)).ids;
  assert.deepEqual(await ids('set=register:practice'), ['oai:localhost:practice/milk-practice']);
  assert.equal((await ids('set=language:sw')).length, 300);
  assert.equal((await ids('set=country:IN')).length, 12);
  assert.equal((await ids('set=country')).length, 29);
  assert.equal((await ids('from=2026-11-19T10:00:07Z&until=2026-11-19T10:00:07Z')).length, 5);
  assert.equal((await ids('from=2026-11-19&until=2026-11-19')).length, 300);
  assert.deepEqual(await ids('from=2026-11-21'), ['oai:localhost:activity/milk-banks']);
});

test('each refusal bears its code, and those about the question repeat nothing of it', async () => {
  const list = 'verb=ListRecords&metadataPrefix=oai_dc';
  const token = /<resumptionToken[^>]*>([^<]+)</.exec(await oai(list))?.[1] ?? '';
  const rows: readonly (readonly [string, string])[] = [
    ['', 'badVerb'],
    ['verb=listrecords', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=x', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    [`${list}&metadataPrefix=oai_dc`, 'badArgument'],
    [`${list}&from=20224-01-01`, 'badArgument'],
    [`${list}&from=2024-02-30`, 'badArgument'],
    [`${list}&from=2024-01-01T25:00:00Z`, 'badArgument'],
    [`${list}&from=2024-01-01&until=2025-01-01T00:00:00Z`, 'badArgument'],
    [`${list}&from=2025-01-01&until=2024-01-01`, 'badArgument'],
    [`${list}&set=${encodeURIComponent('x<y')}`, 'badArgument'],
    [`${list}&resumptionToken=${token}`, 'badArgument'],
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=${'a:'.repeat(2_000)}`, 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:activity/none', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:practice/milk-banks', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=oai:elsewhere:activity/milk-banks', 'idDoesNotExist'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    [`${list}&from=2999-01-01`, 'noRecordsMatch'],
    [`${list}&until=1999-01-01`, 'noRecordsMatch'],
    [`${list}&set=planet:mars`, 'noRecordsMatch'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    [`verb=ListIdentifiers&resumptionToken=${token}`, 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${token}x`, 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${token.slice(2)}`, 'badResumptionToken'],
  ];
  for (const [query, code] of rows) {
    const xml = await oai(query);
    assert.deepEqual(codesIn(xml), [code], query);
    const silent = code === 'badVerb' || code === 'badArgument';
    assert.equal(/<request>/.test(xml), silent, query);
    if (judge !== undefined) assert.equal(await judge(xml), '', query);
  }
});

test('what a country reserves goes with the record in every form', async () => {
  const reserved = {
    type: 'reserved',
    recordId: 'milk-banks',
    register: 'activity',
    post: 'focal-mz',
    at: '2026-11-22T10:00:00.000Z',
    reservation: 'r1',
    country: 'MZ',
    on: { kind: 'record' },
    text: langText('pt', 'Não em todas as províncias'),
  } as const;
  await office.log.append([{ kind: 'event', event: reserved }]);
  for (const prefix of ['oai_dc', 'southbridge']) {
    const xml = await oai(
      `verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:localhost:activity/milk-banks`,
    );
    assert.match(xml, /Não em todas as províncias/, prefix);
    assert.match(xml, /<datestamp>2026-11-22T10:00:00Z</);
    if (judge !== undefined) assert.equal(await judge(xml), '');
  }
  for (const form of ['rss', 'atom', 'feed.json']) {
    const answer = await app.request(`/en/search.${form}?q=milk`);
    assert.match(await answer.text(), /Reservation of Mozambique: Não em todas as províncias/, form);
  }
});

test('the judge of these tests finds what is wrong', async (t) => {
  if (judge === undefined) return t.skip(skipWords);
  const question = 'metadataPrefix=oai_dc&identifier=oai:localhost:activity/hostile';
  const xml = await oai(`verb=GetRecord&${question}`);
  assert.match(await judge(xml.replaceAll('dc:title', 'dc:titel')), /titel/);
});

test('mutated questions at the door are answered by the protocol, and the next good one too', async () => {
  const start = 'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2024-01-01&set=country:BR';
  for (let seed = 1; seed <= 150; seed += 1) {
    const at = (seed * 37) % start.length;
    const put = ['%00', '%ff%fe', '&verb=', '<', '20224', '%F0%9F%92%A7', 'x'.repeat(5_000)][seed % 7] ?? '';
    const answer = await app.request(`/oai?${start.slice(0, at)}${put}${start.slice(at + (seed % 4))}`);
    assert.equal(answer.status, 200);
    await answer.text();
  }
  assert.deepEqual(codesIn(await oai(start)), []);
});

test('a form by POST is answered like a question by GET, and one that is too long is refused', async () => {
  const post = (body: string) =>
    app.request('/oai', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  const query = 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:activity/milk-banks';
  assert.equal(await (await post(query)).text(), await oai(query));
  assert.equal((await post(`verb=${'x'.repeat(30_000)}`)).status, 413);
});
