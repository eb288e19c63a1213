import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { canonicalText } from '../../src/exchange/iati/internal/canonical-text.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { attribute, type Element } from '../../src/exchange/xml/element.ts';
import { everything, TreeBuilder } from '../../src/exchange/xml/tree-builder.ts';
import { XmlScanner } from '../../src/exchange/xml/xml-scanner.ts';
import type { Audience } from '../../src/fields/field.ts';
import { iatiOf } from '../fixtures/iati-files.ts';
import { schemaErrors } from '../fixtures/iati-schemas.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';
import { smallHouse } from '../fixtures/small-house.ts';
import { fileOf, takeIn } from '../fixtures/taking-in.ts';

// Real publishers' files go in, out, and in again: nothing is lost, and nothing changes.

const folder = sharedData('iati');
const places = [
  ['publishers', 'activity'],
  ['standard/examples', 'activity'],
  ['organisations', 'organisation'],
] as const;
/** They break the standard themselves: what is wrong in them goes back as it came, and no more. */
const notValid: Readonly<Record<string, number>> = {
  'belgium-dgd-2021.xml': 3,
  'bmz-localised-org-names.xml': 1,
  'covid-multi-publisher-2021.xml.gz': 263,
};

interface Root {
  readonly root: Element;
  readonly records: readonly Element[];
}

function parsed(xml: string): Root {
  const records: Element[] = [];
  let root: Element | undefined;
  const builder = new TreeBuilder(everything, {
    rootBegun: (element) => {
      root = element;
    },
    recordBegun: () => scanner.beginRecord(),
    recordEnded: (record) => {
      scanner.endRecord();
      records.push(record);
    },
  });
  const scanner = new XmlScanner(builder, defaultLimits, 'x.xml');
  scanner.write(
    xml
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n'),
  );
  scanner.end();
  assert.ok(root !== undefined);
  return { root, records };
}

/** Each record as a text that is the same for the same content; of two with one identifier the first. */
function recordsIn(xml: string, without: readonly string[]): readonly string[] {
  const { root, records } = parsed(xml);
  const prefixes = root.attributes.flatMap((name, i) =>
    i % 2 === 0 && name.startsWith('xmlns:') ? [[name.slice(6), root.attributes[i + 1] ?? '']] : [],
  );
  const byIdentifier = new Map<string, string>();
  for (const record of records) {
    const children = record.children.filter(({ name }) => !without.includes(name));
    const id =
      record.children.find(({ name }) => /^(iati|organisation)-identifier$/.test(name))?.text.trim() ?? '';
    const said = canonicalText({ ...record, children }, Object.fromEntries(prefixes));
    if (!byIdentifier.has(id)) byIdentifier.set(id, said);
  }
  return [...byIdentifier.values()].sort();
}

for (const [place, register] of places) {
  for (const name of folder === undefined
    ? []
    : readdirSync(join(folder, place)).filter((one) => /\.xml(\.gz)?$/.test(one))) {
    if (place === 'standard/examples' && name.startsWith('organisation')) continue;
    test(`${name} goes in, out, and in again with 0 changes and nothing lost`, async () => {
      const stored = readFileSync(join(folder ?? '', place, name));
      const bytes = name.endsWith('.gz') ? gunzipSync(stored) : stored;
      const house = await smallHouse();
      await takeIn(house, fileOf('in.xml', bytes));
      const head = await house.log.head();
      const outs: Readonly<Record<Audience, readonly string[]>> = {
        focalPoint: [],
        everybody: ['contact-info'],
        partners: ['contact-info'],
        agreed: ['contact-info'],
      };
      for (const audience of ['focalPoint', 'everybody'] as const) {
        const out = await iatiOf(house, register, audience);
        assert.deepEqual(recordsIn(out, outs[audience]), recordsIn(bytes.toString(), outs[audience]));
        if (audience === 'everybody') assert.doesNotMatch(out, /<contact-info/);
        const kind = register === 'activity' ? 'activities' : 'organisations';
        const errors = schemaErrors(kind, out);
        if (errors !== undefined)
          assert.equal(errors.length, notValid[name] ?? 0, errors.slice(0, 5).join('\n'));
        const published = await iatiOf(house, register, audience, { validAlone: true });
        // Of a file in which every record lacks what the standard demands nothing can be published.
        if (parsed(published).records.length > 0)
          assert.deepEqual(schemaErrors(kind, published) ?? [], [], 'what is published is valid');
        else assert.equal(name, 'bmz-localised-org-names.xml');
        if (notValid[name] === undefined)
          assert.equal(published, out, 'and the same, where nothing is wrong');
        const verdicts = await takeIn(house, fileOf(`${audience}.xml`, out));
        assert.ok(verdicts.every(({ outcome }) => outcome === 'unchanged'));
        assert.equal(attribute(parsed(out).root, 'version'), '2.03');
      }
      const written = await house.log.since(head, 10);
      assert.ok(written.every(({ kind }) => kind === 'intake'));
    });
  }
}

test('the shared data set is there', (t) => {
  if (folder === undefined) t.skip(skipWords);
});
