import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../kernel/fault.ts';
import { faultText } from './fault-text.ts';
import { translator } from './messages.ts';
import { colon, comma } from './punctuation.ts';

test('between names stands the comma of the language: a Latin one in Arabic or Chinese belongs to no script there', () => {
  assert.deepEqual(
    (['en', 'ru', 'ar', 'zh'] as const).map((lang) => comma(translator(lang))),
    [', ', ', ', '، ', '、'],
  );
});

test('the parts of a place are told with the comma of the language', () => {
  const fault = new Fault('badEncoding', { line: 2, byte: 68, right: 'UTF-8' });
  for (const lang of ['ar', 'zh'] as const) {
    const said = faultText(translator(lang), fault);
    assert.match(said, /2.*68/);
    assert.doesNotMatch(said, /, /);
  }
});

test('between a label and what follows it stands the colon of the language: French has a space before it', () => {
  assert.deepEqual(
    (['en', 'fr', 'zh'] as const).map((lang) => colon(translator(lang))),
    [': ', '\u00a0: ', '：'],
  );
});
