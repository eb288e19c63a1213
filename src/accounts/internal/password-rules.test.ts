import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { awa, isFault } from '../../../tests/fixtures/accounts.ts';
import { refuseWeak } from './password-rules.ts';

function refused(why: string, passwords: readonly string[]): void {
  for (const password of passwords) {
    assert.throws(
      () => refuseWeak(password, awa),
      isFault('weakPassword', { why, right: '12–1000' }),
      password,
    );
  }
}

test('a password has at least 12 characters, counted as people count, and at most 1,000', () => {
  refused('short', ['', 'xkq vbz wjp', 'e\u0301'.repeat(11), '🦁🐘🦒🦓🦏🐆🦛🐊🐪🦩🐢']);
  refused('long', ['quiet boats '.repeat(90)]);
});

test('well-known words are refused with numbers and marks around them, disguised, and one after the other', () => {
  refused('common', [
    'password1234',
    'P@ssw0rd2026!',
    '!!Welcome2026!!',
    'adminadmin2026',
    'iloveyou12345',
    'southbridge-2026',
    'Contraseña2026',
    'motdepasse75001',
    'bonjour bonjour',
    'пароль123456',
    'ПриветМир2026',
    'كلمةالسر123456',
    '我爱你中国20260101',
  ]);
});

test('numbers alone, rows of keys and repetitions are refused', () => {
  refused('common', [
    '839201748261',
    '2026-03-02-08-00',
    'qwertyuiop12',
    'poiuytrewq!!',
    'azertyuiopqs',
    'йцукенгшщзхъ',
    'abcdefghijkl',
    'abcd1234efgh',
    'aaaaaaaaaaaa',
    'zx9!zx9!zx9!',
    'monkeymonkey1',
  ]);
});

test('the person’s own address and name are refused', () => {
  refused('personal', ['awa.diop@plan.gov.example', 'Awa Diop 2026!', 'awadiop20260302', 'plan.gov.example']);
});

test('sentences of any script are welcome', () => {
  for (const password of [
    'five quiet boats leave',
    'correct horse battery staple',
    'l’été à Saint-Louis',
    'тихий дом у реки',
    'البحر هادئ في المساء',
    '春天的河边有一座很安静的小房子',
    'Kx7#vQ2!mZ9p',
  ]) {
    assert.doesNotThrow(() => refuseWeak(password, awa), password);
  }
});

test('passwords of a password program are never refused', () => {
  const characters = [...'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789#%+=?'];
  const character = fc.constantFrom(...characters);
  const random = fc.array(character, { minLength: 16, maxLength: 24 }).filter((all) => new Set(all).size > 9);
  fc.assert(fc.property(random, (all) => refuseWeak(all.join(''), awa) === undefined));
});
