import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import jsonld, { type JsonLdDocument } from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { pageTypes } from '../fixtures/page-types.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';

const publicAddress = 'https://southbridge.example';
const contexts = sharedData('formats/schema-org/schemaorgcontext.jsonld.gz');
const shapes = sharedData('formats/schema-org/schemaorg-shapes.shacl.gz');
const kinship = sharedData('formats/schema-org/schemaorg-subclasses.shacl.gz');
const dcatShapes = sharedData('formats/dcat-ap/dcat-ap-SHACL.ttl');

let house: RunningHouse;

before(async () => {
  house = await startHouse({ environment: { PUBLIC_ADDRESS: publicAddress } });
});
after(() => house.drop());

async function fetched(path: string): Promise<string> {
  // Judging shapes takes longer than the server keeps an idle connection.
  const answer = await fetch(house.address + path, { headers: { connection: 'close' } });
  assert.equal(answer.status, 200, path);
  return answer.text();
}

/** The one data block of a page. */
function blockOf(html: string): JsonLdDocument {
  const blocks = [...html.matchAll(/<script type=application\/ld\+json>([^<]*)<\/script>/g)];
  assert.equal(blocks.length, 1);
  return JSON.parse(blocks[0]?.[1] ?? '') as JsonLdDocument;
}

/** Statements of JSON-LD; nothing is fetched but the one context that lies in the shared data. */
async function quadsOf(data: JsonLdDocument): Promise<Store> {
  // JSON of the shared data, in the form that its publisher gives it.
  const document = JSON.parse(
    contexts === undefined ? '{}' : unzipped(contexts),
  ) as RemoteDocument['document'];
  const nquads = await jsonld.toRDF(data, {
    base: publicAddress,
    format: 'application/n-quads',
    documentLoader: async (url) => {
      assert.match(url, /^https:\/\/schema\.org\/?/, 'no other context is named');
      return { documentUrl: url, document };
    },
  });
  // With a format named, statements come as text.
  return new Store(new Parser().parse(nquads as unknown as string));
}

function unzipped(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}

async function complaints(shapes: string, data: Store): Promise<readonly string[]> {
  const validator = new SHACLValidator(new Store(new Parser().parse(shapes)));
  const { results } = await validator.validate(data);
  return results.map(({ path, focusNode, sourceConstraintComponent, value }) =>
    [path, focusNode, sourceConstraintComponent, value].map((term) => term?.value ?? '?').join(' '),
  );
}

describe('linked data', { skip: contexts === undefined ? skipWords : false }, () => {
  test('every type of page in every language carries one block of schema.org, with a name and its own address', async () => {
    for (const lang of interfaceLanguages) {
      for (const path of Object.values(pageTypes)) {
        const html = await fetched(`/${lang}${path}`);
        if (html.includes('content=noindex')) continue;
        const quads = await quadsOf(blockOf(html));
        const said = (property: string) =>
          quads.getObjects(null, `http://schema.org/${property}`, null).map(({ value }) => value);
        assert.ok(said('name').length > 0, path);
        assert.ok(
          said('url').some((url) => url.startsWith(`${publicAddress}/${lang}/`)),
          `${lang}${path}`,
        );
      }
    }
  });

  test('records of every register satisfy the shapes of schema.org 30.0, and a planted fault does not', async () => {
    // The file has the data types (Text, Date …) as things with an address; what pages say of them are literals.
    const dataTypes =
      /(:ValidSchema(?:Text|Date|DateTime|Time|Number|Integer|Boolean) a sh:NodeShape ;\s+sh:nodeKind )sh:BlankNodeOrIRI/g;
    const rules = `${unzipped(shapes ?? '').replace(dataTypes, '$1sh:Literal')}\n${unzipped(kinship ?? '')}`;
    const paths = [
      'activity',
      'practice',
      'organisation',
      'event',
      'instrument',
      'measure',
      'progress report',
      'source',
    ];
    const data = new Store();
    for (const path of paths)
      data.addQuads([...(await quadsOf(blockOf(await fetched(`/en${pageTypes[path]}`))))]);
    assert.deepEqual(await complaints(rules, data), []);
    const wrong = await quadsOf({
      '@context': 'https://schema.org',
      '@type': 'Event',
      startDate: { '@type': 'Place' },
    });
    assert.notDeepEqual(await complaints(rules, wrong), []);
  });

  test('the catalogue satisfies DCAT-AP 3 in every language, and each data set can be fetched', async () => {
    for (const lang of interfaceLanguages) {
      const text = await fetched(`/${lang}/catalogue.jsonld`);
      const quads = await quadsOf(JSON.parse(text) as JsonLdDocument);
      assert.deepEqual(await complaints(readFileSync(dcatShapes ?? '', 'utf8'), quads), []);
      const addresses = quads.getObjects(null, 'http://www.w3.org/ns/dcat#accessURL', null);
      assert.ok(addresses.length >= 15);
      if (lang !== 'en') continue;
      for (const { value } of addresses) await fetched(value.slice(publicAddress.length));
    }
  });
});

test('the lists of pages name every record once in each language, and nothing that is not there', async () => {
  const index = await fetched('/sitemap.xml');
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  const pages: string[] = [];
  for (const file of files) {
    assert.ok(file.startsWith(`${publicAddress}/sitemap-`));
    const list = await fetched(file.slice(publicAddress.length));
    pages.push(...[...list.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address));
  }
  const french = pages.filter((page) => /\/fr\/[a-zA-Z]+\/[a-z0-9-]+$/.test(page));
  const { total } = JSON.parse(await fetched('/fr/search.json')) as { total: number };
  assert.equal(french.length, total);
  assert.equal(new Set(pages).size, pages.length);
  const tried = pages.filter((page, at) => page.includes('/en/') || at % 97 === 0);
  for (const page of tried) await fetched(page.slice(publicAddress.length));
  assert.match(await fetched('/robots.txt'), /^Sitemap: https:\/\/southbridge\.example\/sitemap\.xml$/m);
});

test('links to a page show a picture of 1200 × 630, drawn in every language; a record that is not there has none', async () => {
  const home = await fetched('/ar/');
  assert.match(home, /<meta property="og:image" content="https:\/\/southbridge\.example\/ar\/picture\.png">/);
  for (const lang of interfaceLanguages) {
    for (const path of ['/picture.png', `${pageTypes['activity']}.png`]) {
      const answer = await fetch(`${house.address}/${lang}${path}`);
      assert.equal(answer.headers.get('content-type'), 'image/png');
      const png = new DataView(await answer.arrayBuffer());
      assert.deepEqual([png.getUint32(16), png.getUint32(20)], [1200, 630]);
    }
  }
  assert.equal((await fetch(`${house.address}/en/activity/nothing-here.png`)).status, 404);
});
