import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlight, type Marked, snippet } from './highlight.ts';
import { parseQuery } from './query.ts';

/** Terms of a query, as an index would answer them. */
function termsOf(query: string): ReadonlySet<string> {
  const words = parseQuery(query, 'en').must.flatMap((clause) =>
    'words' in clause ? clause.words : [clause],
  );
  return new Set(words.flatMap((word) => word.terms));
}

const shown = (pieces: readonly Marked[]): string =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

const marked = (text: string, lang: string, query: string): string =>
  shown(highlight(text, lang, termsOf(query)));

test('matches are marked as they stand in the text', () => {
  assert.equal(
    marked('Coopération Sud-Sud: les coopérations', 'fr', 'cooperation'),
    '[Coopération] Sud-Sud: les [coopérations]',
  );
  assert.equal(marked('gestion de l’eau', 'fr', "l'eau"), 'gestion de l’[eau]');
  assert.equal(marked('والتعاون بين بلدان الجنوب', 'ar', 'تعاون'), '[والتعاون] بين بلدان الجنوب');
});

test('overlapping pairs of a Chinese word are marked as one piece', () => {
  assert.equal(marked('加强水资源管理能力', 'zh', '水资源'), '加强[水资源]管理能力');
  assert.equal(marked('南南合作', 'zh', '南南合作'), '[南南合作]');
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('water ', 'eau', "l'", '水资源', '。', 'و', '😀', '  ', 'x'.repeat(70)), {
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);
const terms = fc.constantFrom(new Set<string>(), new Set(['water', 'eau']), new Set(['水资', '资源', 'x']));

test('the pieces joined are the text, and neighbours differ', () => {
  fc.assert(
    fc.property(text, terms, (written, wanted) => {
      const pieces = highlight(written, 'und', wanted);
      assert.equal(pieces.map((piece) => piece.text).join(''), written);
      assert.ok(pieces.every((piece, i) => piece.text !== '' && piece.hit !== pieces[i + 1]?.hit));
    }),
  );
});

test('a snippet is a piece of the text within its limit, with … where it was cut', () => {
  fc.assert(
    fc.property(text, terms, fc.integer({ min: 1, max: 80 }), (written, wanted, limit) => {
      const pieces = snippet(written, 'und', wanted, limit);
      const joined = pieces.map((piece) => piece.text).join('');
      const whole = written.trim();
      if (whole.length <= limit) return assert.equal(joined, whole);
      const kept = pieces.filter((piece, i) => !(piece.text === '…' && (i === 0 || i === pieces.length - 1)));
      const passage = kept.map((piece) => piece.text).join('');
      assert.ok(passage.length <= limit && whole.includes(passage));
    }),
    { numRuns: 500 },
  );
});

test('a snippet shows the passage with most different words, cut between words', () => {
  const filler = 'Nothing of note happened in the meantime. '.repeat(20);
  const long = `${filler}Water came first. ${filler}Clean water and irrigation for schools. ${filler}`;
  const pieces = snippet(long, 'en', termsOf('water irrigation'), 100);
  assert.match(shown(pieces), /^….*Clean \[water\] and \[irrigation\] for schools.*…$/);
  assert.match(shown(pieces), /^…\w+ /);
  assert.ok(long.split(' ').includes(pieces[1]?.text.split(' ')[0] ?? ''));
});

test('without a match, a snippet is the beginning', () => {
  assert.equal(shown(snippet('One two three four five', 'en', new Set(), 10)), 'One two…');
});

test('an empty text has an empty snippet', () => {
  assert.deepEqual(snippet('  ', 'en', new Set(['x']), 10), []);
  assert.deepEqual(highlight('', 'en', new Set(['x'])), []);
});

test('a megabyte with a match in every word is no trouble', () => {
  const pieces = snippet('water '.repeat(170_000), 'en', new Set(['water']), 200);
  assert.ok(pieces.length > 10 && pieces.length < 80);
});
