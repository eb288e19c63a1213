import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { currenciesInUse, currencyName, isCurrency } from './currencies.ts';
import { isLanguage, languageName, languages } from './languages.ts';

describe('a language', () => {
  it('is a code of ISO 639-1 in small letters', () => {
    for (const code of ['en', 'sw', 'zh', 'pt', 'ht']) assert.equal(isLanguage(code), true, code);
    for (const code of ['EN', 'eng', 'xx', '', 'zh-Hans']) assert.equal(isLanguage(code), false, code);
    assert.equal(languages.entries.size, 183);
  });

  it('has a name of its own in each of the seven languages', () => {
    for (const lang of interfaceLanguages) {
      const names = [...languages.entries.keys()].map((code) => languageName(code, lang));
      assert.equal(new Set(names).size, names.length, lang);
    }
    assert.equal(languageName('tw', 'de'), 'Twi');
  });

  it('is named in the language asked for, else in English, else by its code', () => {
    assert.equal(languageName('sw', 'fr'), 'swahili');
    assert.equal(languageName('ar', 'zh'), '阿拉伯语');
    assert.equal(languageName('sw', '???'), 'Swahili');
    assert.equal(languageName('not a code', 'en'), 'not a code');
    assert.equal(languages.entries.get('pt')?.names['es'], 'portugués');
  });
});

describe('a currency', () => {
  it('may be in use, withdrawn, or the special drawing right', () => {
    for (const code of ['USD', 'BRL', 'XDR', 'ZAR', 'BEF', 'DEM', 'XOF', 'VEF'])
      assert.equal(isCurrency(code), true, code);
    for (const code of ['usd', 'US', 'ZZZ', 'XXX', 'XTS', '', '$'])
      assert.equal(isCurrency(code), false, code);
  });

  it('is named in the language asked for', () => {
    assert.equal(currencyName('BRL', 'pt'), 'Real brasileiro');
    assert.equal(currencyName('ZZZ', 'pt'), 'ZZZ');
  });

  it('is offered for choice only while in use', () => {
    assert.ok(currenciesInUse().includes('BRL') && !currenciesInUse().includes('BEF'));
  });
});
