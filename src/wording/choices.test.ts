import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { DataType } from '../exchange/iati/standard/notation.ts';
import { Fault } from '../kernel/fault.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { faultText } from './fault-text.ts';
import { choicesOf } from './internal/choices-of.ts';
import { findingText } from './labels.ts';
import { type MessageKey, messagesOf, translator } from './messages.ts';

// A message may choose among forms by a value (`select`). What matches no form is silently `other`: a form that no value
// reaches, or a value that no form was written for, is seen nowhere else.

// The cast only forgets that JSON keys are strings to Object.keys.
const keys = Object.keys(messagesOf('en')) as MessageKey[];

const dataTypes: Readonly<Record<DataType, true>> = {
  NMTOKEN: true,
  anyURI: true,
  boolean: true,
  date: true,
  dateTime: true,
  decimal: true,
  int: true,
  language: true,
  nonNegativeInteger: true,
  positiveInteger: true,
  string: true,
};

/** What stands where a value is absent. */
const mayBeAbsent = ['none'];

/** By message and argument: the values with a form of their own that the code passes; all else is worded by `other`. */
const passed: Readonly<Record<string, readonly string[]>> = {
  'account.posts.since deputy': ['yes'],
  'check.stopped count': ['0'],
  'fault.badEncoding place': mayBeAbsent,
  'fault.fileTooLarge unit': ['rows', 'open'],
  'fault.inflatesTooMuch unit': ['ratio'],
  'fault.logDamaged file': mayBeAbsent,
  'fault.logDamaged seq': mayBeAbsent,
  'fault.notWellFormed place': mayBeAbsent,
  'fault.weakPassword why': ['short', 'long', 'personal'],
  'finding.badNumber right': mayBeAbsent,
  'finding.codeUnknown hinted': ['yes'],
  'finding.codeUnusual hinted': ['yes'],
  'finding.codeWithdrawn hinted': ['yes'],
  'finding.invalid right': mayBeAbsent,
  'finding.ownCountryMissing role': ['0'],
  'finding.unknownCode right': mayBeAbsent,
  'finding.unknownRegister right': mayBeAbsent,
  'finding.valueOfType right': Object.keys(dataTypes),
  'invitation.as how': ['deputy', 'handOver'],
  'match.activityTitle help': mayBeAbsent,
};

test('every choice has in every language a form for each value that the program passes, and no form beside', () => {
  const wanted = Object.entries(passed).map(([choice, forms]): [string, string[]] => [
    choice,
    forms.toSorted(),
  ]);
  for (const lang of interfaceLanguages) {
    const messages = messagesOf(lang);
    const found = keys.flatMap((key) => {
      const choices = choicesOf(parse(messages[key], { ignoreTag: true }));
      return [...choices].map(([name, forms]): [string, string[]] => [`${key} ${name}`, [...forms].sort()]);
    });
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(wanted), lang);
  }
});

test('a value that was isolated for the order of reading chooses as it does bare', () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    for (const type of Object.keys(dataTypes)) {
      const said = (right: string) => findingText(t, { code: 'valueOfType', params: { got: 'x', right } });
      assert.equal(said(`\u2068${type}\u2069`), said(type), `${lang} ${type}`);
    }
    const hint = (hinted: string) =>
      findingText(t, { code: 'codeUnknown', params: { got: 'usd', list: 'Currency', right: 'USD', hinted } });
    assert.equal(hint('\u2068yes\u2069'), hint('yes'), lang);
    assert.match(hint('\u2068yes\u2069'), /USD/, lang);
    assert.doesNotMatch(hint('\u2068no\u2069'), /USD/, lang);
  }
});

test('what chooses nothing and is shown keeps its isolation', () => {
  const right = '\u2068≥ 1\u2069';
  const said = findingText(translator('ar'), { code: 'badNumber', params: { got: 'x', right } });
  assert.ok(said.endsWith(right));
});

test('an empty value is worded like an absent one', () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    assert.equal(
      faultText(t, new Fault('logDamaged', { file: '', seq: 4 })),
      faultText(t, new Fault('logDamaged', { seq: 4 })),
    );
    const empty = findingText(t, { code: 'invalid', params: { got: 'x', right: '' } });
    assert.equal(empty, findingText(t, { code: 'invalid', params: { got: 'x' } }), lang);
  }
});
