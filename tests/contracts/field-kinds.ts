import { code, codes } from '../../src/fields/code.ts';
import { contacts } from '../../src/fields/contacts.ts';
import { countries, country } from '../../src/fields/country.ts';
import { date, period } from '../../src/fields/date.ts';
import { demands } from '../../src/fields/demands.ts';
import { due } from '../../src/fields/due.ts';
import type { FacetValues } from '../../src/fields/facet.ts';
import type { Field } from '../../src/fields/field.ts';
import { figures, money } from '../../src/fields/figures.ts';
import { files, links, sources } from '../../src/fields/links.ts';
import { loan } from '../../src/fields/loan.ts';
import { paragraphs } from '../../src/fields/paragraphs.ts';
import { participants } from '../../src/fields/participants.ts';
import { places } from '../../src/fields/places.ts';
import { reference } from '../../src/fields/reference.ts';
import { references } from '../../src/fields/references.ts';
import { prose, text } from '../../src/fields/text.ts';
import { word, words } from '../../src/fields/word.ts';
import type { FindingCode } from '../../src/kernel/finding.ts';
import { stances } from '../../src/vocabulary/consultation-lists.ts';
import { modalities } from '../../src/vocabulary/modalities.ts';
import { participantRoles } from '../../src/vocabulary/roles.ts';
import { goalOf, sdgs } from '../../src/vocabulary/sdg.ts';

/** A value that does not hold, and what is to be said of it: code and place within the value. */
export type Refused = readonly [value: unknown, code: FindingCode, place: string];

/** One kind of field with values that say what it takes. A new kind adds one of these. */
export interface Specimen {
  // biome-ignore lint/suspicious/noExplicitAny: fields of all value types stand side by side here.
  readonly field: Field<any>;
  /** Values that hold, from poor to rich. */
  readonly good: readonly unknown[];
  readonly bad: readonly Refused[];
  /** Parts that hold free text, for trying odd texts: the last good value with a text put in. */
  readonly withText?: (text: string) => unknown;
  /** Words that the last good value is found by. */
  readonly found: readonly string[];
  /** What the last good value is counted under. */
  readonly counted: FacetValues;
}

const tongues = (original: string, texts: Record<string, string>) => ({ original, texts });
const milk = tongues('pt', { pt: 'Leite humano', ar: 'حليب الأم', zh: '母乳' });
const litres = tongues('en', { en: 'litres', fr: 'litres' });

const textual = {
  good: [tongues('und', { und: 'x' }), tongues('en', { en: 'Salt, iodised' }), milk],
  bad: [
    ['a bare text', 'invalid', ''],
    [tongues('en', { en: ' \n' }), 'missing', 'texts.en'],
    [tongues('fr', { en: 'water' }), 'missing', ''],
    [tongues('en', { en: 'water', français: 'eau' }), 'invalid', 'texts.français'],
    [{ texts: { en: 'water' } }, 'missing', 'original'],
    [tongues('en', { en: 'x'.repeat(100_001) }), 'tooLong', 'texts.en'],
    [{ ...milk, colour: 'red' }, 'unknownColumn', ''],
  ],
  withText: (free: string) => tongues('ar', { ar: free, 'zh-Hant': free }),
  found: ['Leite humano', 'حليب الأم', '母乳'],
  counted: {},
} as const;

export const specimens: Readonly<Record<string, Specimen>> = {
  text: { field: text(), ...textual },
  prose: { field: prose(), ...textual },
  word: {
    field: word(),
    good: ['FOSAT', 'A/RES/73/291', '٤٢'],
    bad: [
      ['   ', 'missing', ''],
      [7, 'invalid', ''],
      ['x'.repeat(301), 'tooLong', ''],
    ],
    withText: (free) => free,
    found: ['٤٢'],
    counted: {},
  },
  words: {
    field: words(),
    good: [['#SSC'], ['salt', 'iodine', '碘']],
    bad: [
      [[], 'missing', ''],
      [['a', ''], 'missing', '1'],
      [['a', null], 'invalid', '1'],
      ['salt', 'invalid', ''],
    ],
    withText: (free) => [free, 'between', free],
    found: ['salt iodine 碘'],
    counted: {},
  },
  code: {
    field: code(modalities, { facet: 'modality' }),
    good: ['triangular'],
    bad: [
      ['quadrangular', 'unknownCode', ''],
      ['constructor', 'unknownCode', ''],
      [['triangular'], 'invalid', ''],
    ],
    found: [],
    counted: { modality: ['triangular'] },
  },
  codes: {
    field: codes(sdgs, { facet: 'sdg', counted: goalOf }),
    good: [['3'], ['3', '3.1', '6']],
    bad: [
      [[], 'missing', ''],
      [['3', '18'], 'unknownCode', '1'],
      [['__proto__'], 'unknownCode', '0'],
      ['3', 'invalid', ''],
    ],
    found: [],
    counted: { sdg: ['3', '6'] },
  },
  country: {
    field: country({ facet: 'provider' }),
    good: ['SN'],
    bad: [
      ['Senegal', 'unknownCountry', ''],
      ['XX', 'unknownCountry', ''],
      ['sn', 'unknownCountry', ''],
    ],
    found: [],
    counted: { provider: ['SN'] },
  },
  countries: {
    field: countries({ facet: 'host' }),
    good: [['CI'], ['BR', 'SN', 'BR']],
    bad: [
      [['BR', 'Latin America'], 'unknownCountry', '1'],
      [[], 'missing', ''],
    ],
    found: [],
    counted: { host: ['BR', 'SN'] },
  },
  loan: {
    field: loan(),
    good: [
      { rate: 0 },
      { rate: 1.25, secondRate: 3, repayment: 'equalPrincipal', plan: 'monthly' },
      { committedOn: '2024', firstPaymentOn: '2026-01-01', lastPaymentOn: '2045-12' },
    ],
    bad: [
      [{}, 'missing', ''],
      [{ rate: -1 }, 'badNumber', 'rate'],
      [{ rate: 'low' }, 'badNumber', 'rate'],
      [{ repayment: 'never' }, 'unknownCode', 'repayment'],
      [{ plan: 'weekly' }, 'unknownCode', 'plan'],
      [{ committedOn: '2024-02-30' }, 'badDate', 'committedOn'],
      [{ firstPaymentOn: '2030', lastPaymentOn: '2026' }, 'endBeforeStart', 'lastPaymentOn'],
    ],
    found: [],
    counted: {},
  },
  due: {
    field: due(),
    good: [
      { precision: 'none' },
      { precision: 'event', notBefore: '2005-04-22' },
      { precision: 'halfYear', date: '2004-06-30', start: '2004-01-01' },
    ],
    bad: [
      [{ date: '2004' }, 'unknownCode', 'precision'],
      [{ precision: 'soon', date: '2004' }, 'unknownCode', 'precision'],
      [{ precision: 'day' }, 'missing', 'date'],
      [{ precision: 'day', date: '2004-02-30' }, 'badDate', 'date'],
      [{ precision: 'day', date: '2004-01', start: '2004-06' }, 'endBeforeStart', 'start'],
    ],
    found: [],
    counted: {},
  },
  reference: {
    field: reference({ to: 'measure' }),
    good: [{ register: 'measure', id: 'marrakech-framework-2003-m22' }],
    bad: [
      [{ register: 'event', id: 'x' }, 'unknownCode', 'register'],
      [{ register: 'measure', id: ' ' }, 'missing', 'id'],
      ['marrakech', 'invalid', ''],
    ],
    found: [],
    counted: {},
  },
  date: {
    field: date({ facet: 'year' }),
    good: ['2019', '2019-03', '2020-02-29'],
    bad: [
      ['2019-02-29', 'badDate', ''],
      ['03/2019', 'badDate', ''],
      [2019, 'invalid', ''],
    ],
    found: [],
    counted: { year: ['2020'] },
  },
  period: {
    field: period({ facet: 'year' }),
    good: [{ end: '2020' }, { start: '2019-03' }, { start: '2019', end: '2019-07-01' }],
    bad: [
      [{}, 'missing', ''],
      [{ start: '2020', end: '2019-12' }, 'endBeforeStart', ''],
      [{ start: 'spring' }, 'badDate', 'start'],
      ['2019', 'invalid', ''],
    ],
    found: [],
    counted: { year: ['2019'] },
  },
  paragraphs: {
    field: paragraphs({ stances }),
    good: [[{ paragraph: 1, stance: 'supports' }], [{ paragraph: 2, stance: 'withReservation', text: milk }]],
    bad: [
      [[{ paragraph: 0, stance: 'supports' }], 'badNumber', '0.paragraph'],
      [[{ paragraph: 1, stance: 'shrugs' }], 'unknownCode', '0.stance'],
      [[{ stance: 'supports' }], 'missing', '0.paragraph'],
    ],
    withText: (free) => [{ paragraph: 1, stance: 'opposes', text: tongues('fr', { fr: free }) }],
    found: ['Leite humano', 'حليب الأم', '母乳'],
    counted: {},
  },
  demands: {
    field: demands(),
    good: [
      [{ label: milk, country: 'GH', value: 12_000, unit: tongues('en', { en: 'doses' }) }],
      [
        { label: milk, country: 'ML', value: 0.5, unit: milk, neededBy: '2027' },
        { label: milk, country: 'GH', value: 3, unit: milk },
      ],
    ],
    bad: [
      [[{ label: milk, country: 'GH', value: 0, unit: milk }], 'badNumber', '0.value'],
      [[{ label: milk, country: 'XX', value: 1, unit: milk }], 'unknownCountry', '0.country'],
      [[{ country: 'GH', value: 1, unit: milk }], 'missing', '0.label'],
    ],
    withText: (free) => [{ label: tongues('fr', { fr: free }), country: 'GH', value: 1, unit: milk }],
    found: ['Leite humano', 'حليب الأم', '母乳', 'Leite humano', 'حليب الأم', '母乳'],
    counted: { host: ['ML', 'GH'] },
  },
  figures: {
    field: figures(),
    good: [
      [{ value: 0, unit: litres, basis: 'unknown' }],
      [
        { value: -1.5e-7, unit: litres, basis: 'estimated' },
        {
          label: milk,
          value: 172_541,
          unit: litres,
          asOf: '2017-06',
          source: 0,
          basis: 'reported',
          qualifier: 'moreThan',
          note: tongues('en', { en: 'as a | b' }),
        },
      ],
    ],
    bad: [
      [[{ unit: litres, basis: 'counted' }], 'missing', '0.value'],
      [[{ value: '7 or 8', unit: litres, basis: 'counted' }], 'badNumber', '0.value'],
      [[{ value: Number.POSITIVE_INFINITY, unit: litres, basis: 'counted' }], 'badNumber', '0.value'],
      [[{ value: 7, unit: litres, basis: 'guessed' }], 'unknownCode', '0.basis'],
      [[{ value: 7, unit: litres, basis: 'counted', source: -1 }], 'badNumber', '0.source'],
      [[{ value: 7, unit: litres, basis: 'counted', asOf: 'today' }], 'badDate', '0.asOf'],
    ],
    withText: (free) => [
      { value: 7, unit: tongues('fr', { fr: free }), basis: 'counted', note: tongues('ar', { ar: free }) },
    ],
    found: ['Leite humano', 'حليب الأم', '母乳', 'as a | b'],
    counted: {},
  },
  money: {
    field: money(),
    good: [
      [{ amount: 250_000, currency: 'BRL', basis: 'budget' }],
      [
        {
          amount: 1.25,
          currency: 'XOF',
          valueDate: '2020-01-31',
          basis: 'disbursement',
          qualifier: 'about',
          label: tongues('fr', { fr: 'Première tranche' }),
          source: 3,
        },
      ],
    ],
    bad: [
      [[{ amount: 1, currency: 'EURO', basis: 'budget' }], 'unknownCode', '0.currency'],
      [[{ amount: '1', currency: 'EUR', basis: 'budget' }], 'badNumber', '0.amount'],
      [[{ amount: 1, currency: 'EUR' }], 'unknownCode', '0.basis'],
    ],
    withText: (free) => [{ amount: 1, currency: 'EUR', basis: 'budget', label: tongues('en', { en: free }) }],
    found: ['Première tranche'],
    counted: {},
  },
  participants: {
    field: participants({ roles: participantRoles }),
    good: [
      [{ country: 'BR' }],
      [{ organisation: milk }],
      [
        {
          country: 'BR',
          role: 'provider',
          organisation: tongues('pt', { pt: 'ABC' }),
          identifier: 'BR-1: a|b',
        },
        { country: 'DE', role: 'secondProvider' },
        { country: 'MZ', role: 'recipient', period: { start: '2010', end: '2012-05' }, source: 1 },
        { country: 'IN', role: 'both', note: tongues('en', { en: 'taught and learned' }) },
        { country: 'FR', role: 'funding' },
      ],
    ],
    bad: [
      [[{ role: 'provider' }], 'missing', '0'],
      [[{ country: 'BR', role: 'donor' }], 'unknownCode', '0.role'],
      [[{ country: 'Brazil' }], 'unknownCountry', '0.country'],
      [[{ country: 'BR', period: { start: '2012', end: '2010' } }], 'endBeforeStart', '0.period'],
    ],
    withText: (free) => [{ organisation: tongues('zh', { zh: free }), identifier: free }, { country: 'SN' }],
    found: ['ABC', 'taught and learned'],
    counted: {
      provider: ['BR', 'DE', 'IN'],
      host: ['MZ', 'IN'],
      flow: ['BR-MZ', 'BR-IN', 'DE-MZ', 'DE-IN', 'IN-MZ'],
      circle: [],
    },
  },
  places: {
    field: places({ facet: 'host' }),
    good: [[{ country: 'SN' }], [{ name: milk, country: 'BR', latitude: -12.97, longitude: 0 }]],
    bad: [
      [[{}], 'missing', '0'],
      [[{ latitude: 91 }], 'badNumber', '0.latitude'],
      [[{ longitude: 'west' }], 'badNumber', '0.longitude'],
      [[{ country: 'ZZ' }], 'unknownCountry', '0.country'],
    ],
    withText: (free) => [{ name: tongues('en', { en: free }) }],
    found: ['Leite humano', 'حليب الأم', '母乳'],
    counted: { host: ['BR'] },
  },
  links: {
    field: links(),
    good: [
      [{ url: 'https://unsouthsouth.org' }],
      [{ url: 'http://例子.中国/a?b=c|d', title: 'A: title | two' }],
    ],
    bad: [
      [[{ url: 'javascript:alert(1)' }], 'badAddress', '0.url'],
      [[{ url: 'unsouthsouth.org' }], 'badAddress', '0.url'],
      [[{ url: 'https://a.org/\u0000 b' }], 'badAddress', '0.url'],
      [[{ title: 'nothing' }], 'missing', '0.url'],
    ],
    withText: (free) => [{ url: 'https://a.org/', title: free }],
    found: ['A: title | two'],
    counted: {},
  },
  sources: {
    field: sources(),
    good: [
      [{ title: 'Report' }],
      [
        {
          title: 'Report: II',
          url: 'https://a.org/r.pdf',
          publishedOn: '2019',
          readOn: '2024-05-06',
          cited: true,
        },
        { title: 'Not cited', cited: false },
      ],
    ],
    bad: [
      [[{ url: 'https://a.org/' }], 'missing', '0.title'],
      [[{ title: 'R', cited: 'perhaps' }], 'invalid', '0.cited'],
      [[{ title: 'R', readOn: 'yesterday' }], 'badDate', '0.readOn'],
    ],
    withText: (free) => [{ title: free }],
    found: [],
    counted: {},
  },
  references: {
    field: references(),
    good: [[{ id: 'XM-DAC-41114-1' }], [{ register: 'practice', id: 'milk-banks' }, { id: '1:2|3' }]],
    bad: [
      [[{ register: 'practice' }], 'missing', '0.id'],
      [[{ register: '../x', id: 'a' }], 'invalid', '0.register'],
    ],
    withText: (free) => [{ id: free }],
    found: [],
    counted: {},
  },
  files: {
    field: files(),
    good: [
      [{ url: 'https://a.org/a.pdf' }],
      [{ url: 'https://a.org/b.pdf', title: 'Évaluation', mediaType: 'application/pdf', language: 'fr' }],
    ],
    bad: [
      [[{ url: 'file:///etc/passwd' }], 'badAddress', '0.url'],
      [[{ url: 'https://a.org/', mediaType: '' }], 'missing', '0.mediaType'],
    ],
    withText: (free) => [{ url: 'https://a.org/', title: free, mediaType: free.slice(0, 100) }],
    found: ['Évaluation'],
    counted: {},
  },
  contacts: {
    field: contacts(),
    good: [
      [{ email: 'desk@example.org' }],
      [
        {
          organisation: milk,
          person: 'A. B.',
          email: 'a@b.org',
          telephone: '+221 33',
          address: 'Rue 1\nDakar',
        },
      ],
    ],
    bad: [
      [[{}], 'missing', '0'],
      [[{ person: 'A', shoe: '44' }], 'unknownColumn', '0'],
      [[{ email: '' }], 'missing', '0.email'],
    ],
    withText: (free) => [{ person: free, address: free, organisation: tongues('ar', { ar: free }) }],
    found: [],
    counted: {},
  },
};
