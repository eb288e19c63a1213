import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import {
  alpha3Of,
  centroidOf,
  countries,
  countryCode,
  countryName,
  isCountry,
  isSouth,
  m49Of,
  regionOf,
} from './countries.ts';
import { foldName } from './internal/fold-name.ts';

describe('the list of countries', () => {
  it('has the 249 codes of ISO 3166-1 and Kosovo', () => {
    assert.equal(countries.entries.size, 250);
    assert.equal(alpha3Of('VN'), 'VNM');
    assert.equal(m49Of('VN'), '704');
    assert.equal(m49Of('XK'), undefined);
    assert.match(countries.entries.get('XK')?.note ?? '', /1244/);
  });

  it('takes a code in capitals only, and not UK', () => {
    assert.equal(isCountry('GB'), true);
    for (const code of ['UK', 'gb', 'GBR', '', 'ZZ', '__proto__']) assert.equal(isCountry(code), false, code);
  });

  it('names countries as the United Nations do, in the language asked for', () => {
    const names: readonly [string, string, string][] = [
      ['TR', 'en', 'Türkiye'],
      ['CI', 'pt', 'Côte d’Ivoire'],
      ['PS', 'es', 'Estado de Palestina'],
      ['CV', 'fr', 'Cabo Verde'],
      ['KR', 'zh', '大韩民国'],
      ['BO', 'es', 'Bolivia (Estado Plurinacional de)'],
      ['LA', 'en', 'Lao People’s Democratic Republic'],
      ['TL', 'ru', 'Тимор-Лешти'],
      ['SY', 'ar', 'الجمهورية العربية السورية'],
      ['SZ', 'pt', 'Eswatini'],
      ['BR', 'ru', 'Бразилия'],
    ];
    for (const [code, lang, name] of names) assert.equal(countryName(code, lang), name);
  });

  it('falls back to English, then to the code', () => {
    assert.equal(countryName('TR', 'not a tag'), 'Türkiye');
    assert.equal(countryName('ZZ', 'fr'), 'ZZ');
    assert.equal(countryName('constructor', 'en'), 'constructor');
    assert.equal(countryName('DE', 'sw'), 'Ujerumani');
  });

  it('lies where the country lies', () => {
    for (const code of countries.entries.keys()) {
      const [lon, lat] = centroidOf(code) ?? [Number.NaN, Number.NaN];
      assert.ok(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90, code);
    }
    const [lon, lat] = centroidOf('BR') ?? [0, 0];
    assert.ok(Math.abs(lon + 53) < 3 && Math.abs(lat + 10.5) < 3);
  });

  it('knows the South after UN Trade and Development', () => {
    for (const code of ['BR', 'CN', 'TR', 'KZ', 'PS', 'WS', 'MX', 'SG', 'TW'])
      assert.equal(isSouth(code), true, code);
    for (const code of ['DE', 'JP', 'IL', 'KR', 'AU', 'NZ', 'CY', 'RU', 'US', 'RE'])
      assert.equal(isSouth(code), false, code);
    assert.equal(regionOf('BM'), 'NorthernAmerica');
    assert.equal(regionOf('AQ'), undefined);
  });
});

describe('a country named in a text', () => {
  const spellings: Readonly<Record<string, readonly string[]>> = {
    GB: [
      'UK',
      'GB',
      'GBR',
      'U.K.',
      'Great Britain',
      'Royaume-Uni',
      'المملكة المتحدة',
      'Великобритания',
      '英国',
    ],
    CI: [
      "Cote d'Ivoire",
      'CÔTE D’IVOIRE',
      'Ivory Coast',
      'Costa do Marfim',
      '科特迪瓦',
      'كوت ديفوار',
      'Кот-д’Ивуар',
    ],
    KR: ['Korea, Rep.', 'Republic of Korea', 'South Korea', 'Corea del Sur', '韩国', 'كوريا الجنوبية'],
    KP: ["Korea, Dem. People's Rep.", 'DPRK', 'Korea (Democratic People’s Republic of)', '朝鲜'],
    CD: [
      'DR Congo',
      'Congo, Dem. Rep.',
      'Democratic Republic of the Congo',
      'RDC',
      'Zaire',
      'the Democratic Republic of the Congo',
    ],
    CG: ['Congo', 'Congo, Rep.', 'Republic of the Congo', 'République du Congo', 'Congo-Brazzaville'],
    TZ: ['Tanzania', 'United Republic of Tanzania', 'Tanzania, United Republic of', '坦桑尼亚'],
    VN: ['Vietnam', 'Viet Nam', 'Viêt Nam', 'Vietnã', 'Вьетнам', '越南', 'فييت نام'],
    ST: ['Sao Tome and Principe', 'São Tomé & Príncipe', 'Santo Tomé y Príncipe'],
    BO: ['Bolivia', 'Bolivia (Plurinational State of)', 'Plurinational State of Bolivia', 'Bolivie'],
    VC: ['St. Vincent & Grenadines', 'Saint Vincent and the Grenadines', 'St Vincent and the Grenadines'],
    GM: ['Gambia', 'The Gambia', 'Gambia, The', 'Gambia (the)'],
    EG: ['Egypt, Arab Rep.', 'مصر', 'Égypte', 'Egypte (l’)', 'Arab Republic of Egypt'],
    AE: ['الإمارات العربية المتحدة', 'الامارات العربيه المتحده', 'UAE', 'ОАЭ'],
    SN: [
      'Senegal',
      ' sénégal ',
      'SENEGAL',
      'République du Sénégal',
      'Республика Сенегал',
      '塞内加尔共和国',
      'جمهورية السنغال',
    ],
    SZ: ['Swaziland', 'Eswatini', 'Kingdom of Eswatini', 'eSwatini'],
    TR: ['Turkey', 'Türkiye', 'Turkiye', 'تركيا'],
    PS: ['Palestine', 'State of Palestine', 'West Bank and Gaza', 'فلسطين'],
    CN: ['China', "People's Republic of China", 'P.R. China', '中国', 'الصين'],
    XK: ['Kosovo', 'XK', 'XKX', 'Kosovo (under UNSCR 1244)'],
  };
  for (const [code, texts] of Object.entries(spellings)) {
    it(`is ${code} in ${texts.length} spellings`, () => {
      for (const text of texts) assert.equal(countryCode(text), code, text);
    });
  }

  it('is not guessed where two could be meant or none is', () => {
    const none = [
      'Korea',
      'Virgin Islands',
      'Global',
      'Africa',
      'South',
      '',
      ' ',
      '?',
      'Latin America, regional',
      '298',
    ];
    for (const text of [...none, 'and', 'Brazil and Mozambique', 'x'.repeat(100_000)]) {
      assert.equal(countryCode(text), undefined, text.slice(0, 40));
    }
  });

  it('is found by every name that we print, whatever the case', () => {
    for (const code of countries.entries.keys()) {
      for (const lang of interfaceLanguages) {
        const name = countryName(code, lang);
        assert.equal(countryCode(name), code, `${code} ${lang} ${name}`);
        assert.equal(countryCode(name.toUpperCase()), code, `${code} ${lang} ${name.toUpperCase()}`);
      }
    }
  });

  it('never makes a stranger of any text: an answer is a code of the list or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = countryCode(text);
        assert.ok(found === undefined || isCountry(found));
      }),
    );
  });
});

describe('a folded name', () => {
  it('is the same for each way of writing it', () => {
    const same: readonly (readonly string[])[] = [
      ['Côte d’Ivoire', "COTE D'IVOIRE", 'Côte d`Ivoire'],
      ['St. Kitts & Nevis', 'Saint Kitts and Nevis', 'saint  kitts-and-nevis'],
      ['الإمارات', 'الامارات', 'إمارات'],
      ['جمهورية', 'جمهوريه', 'جُمهوريّة'],
      ['中 国', '中国', '中・国'],
      ['Россия', 'россия'],
    ];
    for (const [first = '', ...others] of same) {
      for (const other of others) assert.equal(foldName(other), foldName(first), other);
    }
  });
});
