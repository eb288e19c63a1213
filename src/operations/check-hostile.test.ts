import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { specimens } from '../../tests/contracts/field-kinds.ts';
import { langText } from '../kernel/lang-text.ts';
import { activity } from '../registers/activity.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { digestOf } from '../registers/digest.ts';
import { check } from './check.ts';

const title = langText('en', 'Milk banks');

/** Nested `depth` times, as a parser of JSON gives it. */
function nested(depth: number): unknown {
  return JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
}

test('members named like those of every object are unknown columns and change nothing', () => {
  const hostile = JSON.parse(
    '{"__proto__": {"needed": true}, "constructor": 1, "toString": "x", "hasOwnProperty": []}',
  );
  const { values, findings, complete } = check(activity, { title, ...hostile, ['__proto__']: 1 });
  assert.deepEqual(Object.keys(values), ['title']);
  assert.deepEqual(findings.map(({ path }) => path).sort(), [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ]);
  assert.equal(complete, true);
  assert.equal(Reflect.get({}, 'needed'), undefined);
});

test('prototypes inside values are left out with a finding or without, and never followed', () => {
  const text = JSON.parse(
    '{"original": "en", "texts": {"en": "Water", "__proto__": "x", "constructor": "y"}}',
  );
  assert.deepEqual(check(activity, { title: text }).values['title'], langText('en', 'Water'));
  const original = JSON.parse('{"original": "constructor", "texts": {"en": "Water"}}');
  assert.equal(check(activity, { title: original }).complete, false);
});

test('a length that cannot be compared is refused like any value of the wrong kind', () => {
  const unreadable = JSON.parse('{"length": {"toString": 0}}');
  const { values, findings } = check(activity, {
    title,
    links: unreadable,
    hashtags: 'x',
    notes: unreadable,
  });
  assert.deepEqual(values, { title });
  assert.ok(findings.some(({ path, code }) => path === 'links' && code === 'invalid'));
});

test('nesting past all sense is refused without falling over it', () => {
  const deep = nested(100_000);
  const { values, complete } = check(activity, {
    title: { original: 'en', texts: { en: 'Water', fr: deep } },
    summary: deep,
    participants: [deep, { country: deep }, { country: 'BR' }],
    themes: deep,
    deep,
  });
  assert.deepEqual(values, { title: langText('en', 'Water'), participants: [{ country: 'BR' }] });
  assert.equal(complete, true);
});

test('10,000 things in one list are too many, whether good or bad', () => {
  const links = (url: string) => Array.from({ length: 10_000 }, () => ({ url }));
  const good = check(activity, { title, links: links('https://a.org/') });
  assert.deepEqual(good.values, { title });
  assert.deepEqual(good.findings, [
    { severity: 'error', path: 'links', code: 'tooLong', params: good.findings[0]?.params ?? {} },
  ]);
  assert.equal(good.findings[0]?.params['limit'], 2_000);
  assert.deepEqual(check(activity, { title, links: links('x') }).values, { title });
});

test('of thousands of faults in one field the first are told, with the number of all', () => {
  const participants = Array.from({ length: 2_000 }, (_, i) => ({ country: i < 1_500 ? `no ${i}` : 'BR' }));
  const { values, findings } = check(activity, { title, participants });
  assert.equal(findings.length, 51);
  assert.equal(findings.at(-1)?.code, 'limitReached');
  assert.deepEqual(findings.at(-1)?.params, { limit: 50, got: 1_500 });
  assert.ok(Array.isArray(values['participants']) && values['participants'].length === 500);
});

test('naughty texts are data: they stay as they are, without the spaces around them', () => {
  for (const naughty of [
    '<script>alert(1)</script>',
    '\u0000\u0001',
    '\ud800',
    '=HYPERLINK("http://x")',
    '‮gnp.exe',
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O',
    '{{7*7}} <%= 7 %> \\',
    "'; DROP TABLE entry; --",
    '👩‍👩‍👧‍👦',
    'NaN',
  ]) {
    const { values } = check(activity, { title: langText('en', `  ${naughty} `) });
    assert.deepEqual(values['title'], langText('en', naughty));
  }
});

test('a finding repeats at most 200 characters of what stood there', () => {
  const { findings } = check(activity, { title, modality: 'x'.repeat(1_000_000), ['y'.repeat(1_000)]: 1 });
  for (const { params } of findings) assert.ok(String(params['got']).length <= 1_000);
  assert.equal(String(findings[0]?.params['got']).length, 201);
});

/** A value for each field: good specimens, bad ones and anything that JSON can say. */
function anyValues(register: (typeof allRegisters)[number]) {
  const json = fc.jsonValue({ maxDepth: 4 });
  const fields = Object.entries(register.fields).map(([name, { kind }]) => {
    const { good = [], bad = [] } = specimens[kind] ?? {};
    const known = fc.constantFrom(...good, ...bad.map(([value]) => value));
    const mixed = fc
      .array(fc.oneof({ arbitrary: known, weight: 4 }, json), { maxLength: 4 })
      .map((parts) => parts.flat());
    return [
      name,
      fc.option(fc.oneof({ arbitrary: known, weight: 3 }, mixed, json), { nil: undefined }),
    ] as const;
  });
  return fc.record(Object.fromEntries(fields));
}

for (const register of allRegisters) {
  test(`what check accepts of a ${register.name} holds, is accepted again unchanged, and can be searched`, () => {
    fc.assert(
      fc.property(anyValues(register), (given) => {
        const before = JSON.stringify(given);
        const { values, complete } = check(register, given);
        assert.equal(JSON.stringify(given), before, 'what came in is left alone');
        const again = check(register, values);
        assert.deepEqual(again.values, values);
        assert.deepEqual(
          again.findings.filter(
            ({ path, code }) => complete || code !== 'missing' || register.fields[path]?.needed !== true,
          ),
          [],
        );
        for (const [name, value] of Object.entries(values))
          assert.ok(register.fields[name]?.schema.safeParse(value).success, name);
        digestOf(register, values);
      }),
      { numRuns: 150 },
    );
  });
}
