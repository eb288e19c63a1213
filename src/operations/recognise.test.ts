import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { countryName } from '../vocabulary/countries.ts';
import { findParameters, findRequest } from './find-request.ts';
import { recognise } from './recognise.ts';

function names(words: string): string[] {
  return recognise(words, {}).map(({ facet, code, rest }) => `${facet} ${code} | ${rest}`);
}

test('a country is recognised in each language of the interface', () => {
  for (const lang of interfaceLanguages)
    for (const code of ['SN', 'CI', 'BR', 'CN', 'VN'])
      assert.ok(names(countryName(code, lang)).includes(`country ${code} | `), `${lang} ${code}`);
  assert.deepEqual(names('السنغال'), ['country SN | ']);
  assert.deepEqual(names('塞内加尔'), ['country SN | ']);
});

test('accents, capitals and apostrophes do not matter', () => {
  for (const typed of ["Côte d'Ivoire", 'cote d’ivoire', 'COTE D IVOIRE'])
    assert.deepEqual(names(typed), ['country CI | '], typed);
});

test('what remains of the search is told, and the longest name counts', () => {
  assert.deepEqual(names('South Africa water'), ['country ZA | water']);
  assert.deepEqual(names('water in Senegal for schools'), ['country SN | water in for schools']);
  assert.deepEqual(names('guinea bissau'), ['country GW | ']);
});

test('in Chinese text, which has no spaces, a name is found where it stands', () => {
  assert.deepEqual(names('塞内加尔的水'), ['country SN | 的水']);
  assert.deepEqual(names('巴西和印度尼西亚'), ['country BR | 和印度尼西亚', 'country ID | 巴西和']);
});

test('an Arabic name is found with and without its article', () => {
  assert.deepEqual(names('سنغال'), ['country SN | ']);
});

test('short forms in capitals count in capitals alone', () => {
  assert.deepEqual(names('CAR'), ['country CF | ']);
  assert.deepEqual(names('UK aid'), ['country GB | aid']);
  for (const words of ['car', 'eau', 'uk', 'opt']) assert.deepEqual(names(words), [], words);
});

test('goals, sectors, groups and modalities are recognised by name, groups by their short form too', () => {
  assert.deepEqual(names('Clean Water and Sanitation'), ['sdg 6 | ']);
  assert.deepEqual(names('basic education'), ['sector 112 | ']);
  assert.deepEqual(names('Least developed countries'), ['group LDC | ']);
  assert.deepEqual(names('solar LDC'), ['group LDC | solar']);
  assert.deepEqual(names('triangular'), ['modality triangular | ']);
});

test('what is quoted or excluded is meant as words', () => {
  for (const words of ['"Senegal river"', '-Senegal', 'water -Brazil', '«Brazil»', '-"South Africa"'])
    assert.deepEqual(names(words), [], words);
  assert.deepEqual(names('"human milk" Brazil'), ['country BR | "human milk"']);
});

test('a filter that is set already is not offered again', () => {
  assert.deepEqual(recognise('Senegal', { country: ['SN'] }), []);
  assert.equal(recognise('Senegal', { country: ['BR'] }).length, 1);
});

test('any words are answered, and what is offered stands in them as typed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Senegal', '"', '-', '中国', 'CAR'))),
      (parts) => {
        const words = parts.join(' ');
        const found = recognise(words, {});
        assert.ok(found.length <= 6);
        for (const { typed } of found) assert.ok(typed !== '' && words.includes(typed));
      },
    ),
  );
});

const filters = fc.dictionary(
  fc.constantFrom('provider', 'host', 'year', 'flow', 'gap', 'kind'),
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), {
    minLength: 1,
    maxLength: 5,
  }),
  { noNullPrototype: true },
);
const request = fc.record(
  {
    words: fc.string({ unit: 'grapheme' }).map((words) => words.trim()),
    filters,
    sort: fc.constantFrom('best' as const, 'newest' as const, 'year' as const, 'oldest' as const),
    page: fc.integer({ min: 1, max: 10_000 }),
  },
  { noNullPrototype: true },
);

test('a search comes back from its address as it was', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const address = findParameters(asked).toString();
      assert.deepEqual(findRequest(new URLSearchParams(address), 'fr', 20), {
        ...asked,
        lang: 'fr',
        pageSize: 20,
      });
    }),
  );
});

test('equal searches have equal addresses: what goes without saying is left out', () => {
  assert.equal(findParameters({ words: '', filters: {}, sort: 'newest', page: 1 }).toString(), '');
  assert.equal(findParameters({ words: 'salt', filters: {}, sort: 'best', page: 1 }).toString(), 'q=salt');
  const [a, b] = ['host=SN&provider=BR&q=salt', 'q=salt&provider=BR&host=SN&x=1&page=1'].map((address) =>
    findParameters(findRequest(new URLSearchParams(address), 'en', 20)).toString(),
  );
  assert.equal(a, b);
});

test('an odd address never fails: what is not understood is left out', () => {
  const read = (address: string) => findRequest(new URLSearchParams(address), 'en', 20);
  for (const page of ['0', '-1', '1.5', 'NaN', '1e400', '', 'two'])
    assert.equal(read(`page=${page}`).page, 1, page);
  assert.equal(read('sort=price').sort, 'newest');
  assert.equal(read('sort=constructor&q=x').sort, 'best');
  assert.deepEqual(read('constructor=1&__proto__=2&provider=&provider=BR&provider=BR').filters, {
    provider: ['BR'],
  });
  assert.equal(read(`q=${'x'.repeat(9_000)}`).words.length, 500);
  const many = Array.from({ length: 300 }, (_, i) => `host=${i}`).join('&');
  assert.equal(read(many).filters.host?.length, 50);
  fc.assert(
    fc.property(fc.webQueryParameters(), (odd) => {
      const { page, words } = read(odd);
      assert.ok(Number.isSafeInteger(page) && page > 0 && words.length <= 500);
    }),
  );
});
