import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedData, skipWords } from '../../tests/fixtures/shared-data.ts';
import { type Clause, parseQuery } from './query.ts';
import { forEachToken } from './tokens.ts';

/** A query as one line: phrases in quotes, prefixes with a star, exclusions with a minus. */
function shown(text: string, lang = 'en', typing = false): string {
  const clause = (one: Clause): string =>
    'words' in one ? `"${one.words.map(clause).join(' ')}"` : one.surface + (one.prefix ? '*' : '');
  const { must, not } = parseQuery(text, lang, { typing });
  return [...must.map(clause), ...not.map((one) => `-${clause(one)}`)].join(' ');
}

/** Whether a text in `lang` has what a query asks for, worked out in the plainest way. */
function finds(query: string, text: string, lang: string): boolean {
  const tokens: { surface: string; term: string }[] = [];
  forEachToken(text, lang, (surface, term) => tokens.push({ surface, term }));
  const matches = (clause: Clause, at: number): boolean => {
    if ('words' in clause) return clause.words.every((word, i) => matches(word, at + i));
    const token = tokens[at];
    if (token === undefined) return false;
    return clause.terms.includes(token.term) || (clause.prefix && token.surface.startsWith(clause.surface));
  };
  const occurs = (clause: Clause): boolean => tokens.some((_, at) => matches(clause, at));
  const { must, not } = parseQuery(query, 'en');
  return must.every(occurs) && !not.some(occurs);
}

test('words, phrases, exclusions and prefixes are told apart', () => {
  assert.equal(
    shown('water "rural health" -army -"arms trade" irrig*'),
    'water "rural health" irrig* -army -"arms trade"',
  );
});

test('quotation marks of every language make phrases, closed or not', () => {
  for (const phrase of [
    '"rural health"',
    '“rural health”',
    '«rural health»',
    '« rural health »',
    '„rural health“',
    '"rural health',
  ]) {
    assert.equal(shown(phrase), '"rural health"', phrase);
  }
  assert.equal(shown('「南南合作」', 'zh'), '"南南 南合 合作"');
});

test('words joined by a hyphen are a phrase; a comma only separates', () => {
  assert.equal(shown('South-South COVID-19'), '"south south" "covid 19"');
  assert.equal(shown("Côte-d'Ivoire"), '"cote ivoire"');
  assert.equal(shown('health,education'), 'health education');
});

test('function words are dropped unless in a phrase or the only words', () => {
  assert.equal(shown('transfer of the technology'), 'transfer technology');
  assert.equal(shown('"transfer of technology"'), '"transfer of technology"');
  assert.equal(shown('the of'), 'the of');
  assert.equal(shown('cooperación sur'), 'cooperacion sur');
  assert.equal(shown('التعاون في التنمية'), 'التعاون التنميه');
  assert.equal(shown('сотрудничество и развитие'), 'сотрудничество развитие');
  assert.equal(shown('the -army'), 'the -army');
});

test('the last word matches by its beginning while it is being typed, not after a space', () => {
  assert.equal(shown('climate chan', 'en', true), 'climate chan*');
  assert.equal(shown('climate change ', 'en', true), 'climate change');
  assert.equal(shown('south-sou', 'en', true), '"south sou*"');
});

test('a word stands once, and at most 32 clauses and 200 characters are read', () => {
  assert.equal(shown('water water WATER'), 'water');
  const many = parseQuery(Array.from({ length: 90 }, (_, i) => String(i)).join(' '), 'en');
  assert.equal(many.must.length, 32);
  assert.equal(shown(`${' '.repeat(200)}water`), '');
});

test('the stem of the interface language stands first among the alternatives', () => {
  const first = (lang: string): string | undefined => {
    const [clause] = parseQuery('nacionais', lang).must;
    return clause !== undefined && 'terms' in clause ? clause.terms[0] : undefined;
  };
  assert.equal(first('en'), 'nacionai');
  assert.equal(first('pt-BR'), 'nacional');
});

test('a Chinese query without spaces is cut into words, all of which must occur', () => {
  assert.equal(shown('水资源管理', 'zh'), '"水资 资源" 管理');
  assert.equal(shown('南南合作', 'zh'), '南南 合作');
  assert.equal(shown('促进南南合作和三方合作', 'zh'), '促进 南南 合作 三方');
  assert.equal(shown('水', 'zh'), '水*');
});

const found: readonly (readonly [query: string, text: string, lang: string])[] = [
  ['水资源管理', '加强水资源管理能力', 'zh'],
  ['水资源管理', '管理好水资源', 'zh'],
  ['资源', '加强水资源管理能力', 'zh'],
  ['水', '安全饮水。', 'zh'],
  ['南南合作', '促进南南及三方合作', 'zh'],
  ['粮农组织', '联合国粮农组织项目', 'zh'],
  ['联合国', '联合国粮农组织项目', 'zh'],
  ['"南南合作"', '中国与非洲南南合作基金', 'zh'],
  ['"南南合作" fund', '南南合作 fund', 'zh'],
  ['鲁班工坊', '泰国鲁班工坊', 'zh'],
  ['협력', '국제 협력을 위한', 'ko'],
  ['cooperation', 'la coopération technique', 'fr'],
  ['cooperacion', 'Programa de cooperación técnica', 'es'],
  ['mujer', 'Empresas de mujeres rurales', 'es'],
  ['formacao', 'Formações para jovens', 'pt'],
  ["l'eau", 'gestion de l’eau', 'fr'],
  ['country', 'Developing countries', 'und'],
  ['تعاون', 'والتعاون بين بلدان الجنوب', 'ar'],
  ['التعزيز', 'لتعزيز القدرات', 'ar'],
  ['وتنمية', 'التنمية الريفية', 'ar'],
  ['الدعم', 'تدريب ودعم فني', 'ar'],
  ['сотрудничество', 'О сотрудничестве стран Юга', 'ru'],
  ['Zusammenarbeit', 'Zusammenarbeit mit dem Süden', 'de'],
  ['agricul*', 'agriculture', 'en'],
];

for (const [query, text, lang] of found) {
  test(`${query} finds ${text}`, () => assert.ok(finds(query, text, lang)));
}

test('what is asked to be absent or consecutive is', () => {
  assert.ok(!finds('water -army', 'The army and water', 'en'));
  assert.ok(!finds('"health rural"', 'rural health', 'en'));
  assert.ok(!finds('"南南合作"', '促进南南及三方合作', 'zh'));
  assert.ok(!finds('الحوار', 'تدريب ودعم فني', 'ar'));
});

test('any string of two or more Han characters in a text is found as a phrase', () => {
  const character = fc.constantFrom(...'南合作水资源管理联国粮农组织的和');
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 2, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (characters, a, b) => {
        const start = a % (characters.length - 1);
        const end = start + 2 + (b % (characters.length - start - 1));
        assert.ok(finds(`"${characters.slice(start, end).join('')}"`, characters.join(''), 'zh'));
        assert.ok(finds(characters.slice(start, end).join(''), characters.join(''), 'zh'));
      },
    ),
  );
});

test('whatever is typed, nothing is thrown', (t) => {
  const hostile = [
    '',
    '-',
    '--',
    '*',
    '"',
    '"'.repeat(10_000),
    '- "',
    '-"" *',
    '\ud800',
    '"\udfff',
    '\u202e-"\u200f',
    '«»',
    '。。。',
    "'",
  ];
  for (const text of hostile)
    assert.equal(parseQuery(text, 'en', { typing: true }).empty, true, JSON.stringify(text));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 3 }), (text, lang) => {
      const { must, not, empty } = parseQuery(text, lang);
      assert.ok(must.length + not.length <= 32);
      assert.equal(empty, must.length + not.length === 0);
    }),
  );
  const file = sharedData('attack/naughty-strings.json');
  if (file === undefined) return t.skip(skipWords);
  for (const text of JSON.parse(readFileSync(file, 'utf8'))) parseQuery(String(text), 'ar', { typing: true });
});
