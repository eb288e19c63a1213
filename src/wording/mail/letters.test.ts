import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { everyLetter } from '../../../tests/fixtures/letters.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { translator } from '../messages.ts';
import { dailyNote } from './daily-note.ts';
import type { WordedLetter } from './frame.ts';
import { widthOf } from './internal/wrapped.ts';
import { signInLetter } from './sign-in-letter.ts';

const all = interfaceLanguages.flatMap((lang) =>
  Object.entries(everyLetter(translator(lang))).map(([kind, letter]) => ({
    name: `${lang} ${kind}`,
    lang,
    letter,
  })),
);
const addressesIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^ *https?:\/\//.test(line))
    .map((line) => line.trim());
const unescaped = (html: string) =>
  html.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? "'",
  );
const hrefsIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => unescaped(href));
const tagsIn = ({ html }: WordedLetter) => html.match(/<[^>]*>/g);

test('every kind of letter is worded in every language, with nothing left open', () => {
  assert.equal(all.length, 7 * 11);
  for (const { name, letter } of all) {
    for (const part of [letter.subject, letter.text, letter.html.replace(/<style>.*<\/style>/s, '')]) {
      assert.doesNotMatch(part, /[{}…]|\.\.|undefined|NaN|\[object|mail\./, name);
    }
    assert.match(letter.subject, /^\S.{5,110}\S$/u, name);
  }
});

test('a letter runs the way of its language and names it', () => {
  for (const { name, lang, letter } of all) {
    const way = `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`;
    assert.ok(letter.html.includes(`<html ${way}>`), name);
    // A mail program in a browser shows the inside of the body alone.
    assert.match(letter.html, new RegExp(`<body[^>]*>\\n<div ${way} `), name);
  }
});

test('the plain text says all that the page says, and leads to the same places, one a line', () => {
  for (const { name, letter } of all) {
    assert.deepEqual(addressesIn(letter.text), hrefsIn(letter.html), name);
    const bare = letter.text.replace(/\s/g, '');
    const body = letter.html.replace(/^.*<\/h1>/s, '');
    for (const piece of body.split(/<[^>]*>/))
      assert.ok(bare.includes(unescaped(piece).replace(/\s/g, '')), `${name}: ${piece}`);
  }
});

test('no line of the plain text is wider than 72 columns but an address', () => {
  for (const { name, letter } of all) {
    const wide = letter.text.split('\n').filter((line) => widthOf(line) > 72 && !/^ *https?:\/\//.test(line));
    assert.deepEqual(wide, [], name);
  }
});

test('a letter fetches nothing and runs nothing', () => {
  for (const { name, letter } of all) {
    assert.doesNotMatch(
      letter.html,
      /<(script|img|link|iframe|object|form|table|video)|src=|url\(|@import|\son[a-z]+=/i,
      name,
    );
  }
});

test('a title is shown in the reader’s language where it has one, else in its own, and says which it is', () => {
  const english = everyLetter(translator('en'))['dailyNote'];
  assert.match(english?.html ?? '', /<a [^>]*lang="en"[^>]*>Human milk banks</);
  const russian = everyLetter(translator('ru'))['dailyNote'];
  assert.match(russian?.html ?? '', /<a [^>]*lang="pt"[^>]*>Bancos de leite humano</);
});

test('a letter whose links open on the machine of the node alone says so; no other does', () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const about = { address: 'http://localhost:8040/x', goodForMinutes: 15 };
    const said = t('mail.hereOnly', { site: t('site.name') });
    assert.ok(signInLetter(t, { ...about, site: 'http://localhost:8040/' }).html.includes(said), lang);
    assert.ok(!signInLetter(t, { ...about, site: 'https://bridge.example.org/' }).html.includes(said), lang);
  }
});

test('an invitation names the person who sends it, where that person lets the name be shown', () => {
  const letters = everyLetter(translator('en'));
  assert.match(letters['invitation']?.text ?? '', /Awa Touré \(Focal point of Mali\) invites you/);
  assert.match(letters['invitationOfDeputy']?.text ?? '', /^Focal point of Mali invites you/m);
});

test('a name that runs against its sentence does not turn it', () => {
  const letter = everyLetter(translator('en'), 'title', 'جهة التنسيق')['handOver'];
  assert.match(letter?.text ?? '', /the post “\u2068جهة التنسيق\u2069”/);
  assert.doesNotMatch(letter?.subject ?? '', /\u2068/);
});

test('whatever records and posts are called, it stays words: no tag, no line, no address of its own', () => {
  const tricks = fc.constantFrom(
    '<script>',
    '</title>',
    '"><img src=x onerror=x>',
    "' style='x",
    '&lt;',
    '\r\nBcc: a@example.org\r\n\r\n',
    '\n\n  ',
    'https://evil.example/',
    'www.evil.example',
    '\u2028',
    '\u202e',
    '\u2069',
    '{n}',
    '<!--',
    '\0',
    '\ud800',
    ' '.repeat(40),
    'ع',
  );
  const words = fc.array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...interfaceLanguages), words, (lang, parts) => {
      const t = translator(lang);
      const title = parts.join('');
      const good = everyLetter(t, 'Wells', 'Desk');
      for (const [kind, letter] of Object.entries(everyLetter(t, title, title))) {
        const model = good[kind];
        assert.ok(model);
        assert.deepEqual(tagsIn(letter), tagsIn(model), kind);
        assert.deepEqual(addressesIn(letter.text), addressesIn(model.text), kind);
        assert.doesNotMatch(letter.subject + letter.text, /www\.|[\0\r\u2028\u202e]/, kind);
        assert.doesNotMatch(letter.subject, /\n/, kind);
        assert.ok(letter.subject.length < 400 && letter.html.isWellFormed(), kind);
      }
    }),
    { numRuns: 60 },
  );
});

test('a hostile language tag of a title stays a tag', () => {
  const lang = '"><script>alert(1)</script>';
  const title = { original: lang, texts: { [lang]: 'Wells' } };
  const { html } = dailyNote(translator('en'), {
    site: 'https://bridge.example.org/',
    post: 'Desk',
    lines: [{ title, what: 'toReview', address: 'https://bridge.example.org/r/1' }],
    workspace: 'https://bridge.example.org/w',
  });
  assert.doesNotMatch(html, /<script/);
});

test('a letter leads to pages only', () => {
  const site = 'https://bridge.example.org/';
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'not an address']) {
    assert.throws(
      () => signInLetter(translator('en'), { site, address, goodForMinutes: 15 }),
      TypeError,
      address,
    );
  }
});

test('of a long list a letter shows 50 records of a kind and says how many more there are', () => {
  const line = { title: 'Wells', what: 'toReview', address: 'https://bridge.example.org/r/1' } as const;
  const frame = {
    site: 'https://bridge.example.org/',
    post: 'Desk',
    workspace: 'https://bridge.example.org/w',
  };
  const { text, subject } = dailyNote(translator('en'), { ...frame, lines: Array(53).fill(line) });
  assert.equal(text.match(/^- Wells$/gm)?.length, 50);
  assert.match(text, /^3 more are in the workspace\.$/m);
  assert.equal(subject, 'Desk: 53 new items');
});

const validator = fileURLToPath(
  new URL('../../../.cache/tools/node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url),
);
const skip =
  existsSync(validator) && spawnSync('java', ['-version']).status === 0
    ? false
    : 'SKIPPED: no Java or no vnu-jar here, the HTML of no letter was validated';

test('the HTML validator finds nothing to say about any letter in any language', { skip }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-letters-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const { name, letter } of all)
    writeFileSync(join(folder, `${name.replace(' ', '-')}.html`), letter.html);
  const { status, stdout, stderr } = spawnSync('java', ['-jar', validator, '--format', 'text', folder], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  assert.doesNotMatch(`${stdout}${stderr}`, /Warning|Error/);
});
