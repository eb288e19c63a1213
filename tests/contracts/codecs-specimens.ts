import type { AnyField, Control } from '../../src/fields/field.ts';
import { unborn } from '../../src/lifecycle/state.ts';
import { type Presented, present } from '../../src/policy/present.ts';
import type { Register } from '../../src/registers/register.ts';

/** Texts that break careless writers: right to left, Chinese, formulas, quotes, every kind of line break, escapes. */
export const hardTexts: readonly string[] = [
  'التعاون فيما بين بلدان الجنوب',
  '南南合作：联合国办公室',
  '=HYPERLINK("http://example.org","x")',
  "'=1+1",
  ' +1 and more',
  '-5 degrees',
  '@SUM(A1)',
  '＝1+1',
  'two\nlines\r\nand a third\rand a fourth',
  "quotes \" and '' and ; , | \\ and \ttab",
  'line\u2028separator and next\u0085line',
  '_x0041_ stays, \u0001 stays',
  'emoji 👩‍🔬 and a lone accent e\u0301',
  '1.10',
  '2019-03',
  'TRUE',
  'a: b | c@d: e',
];

const text = (words: string, original = 'en') => ({
  original,
  texts: { [original]: words, ar: 'نص عربي', zh: '中文', tr: 'Türkçe' },
});
const short = (words: string) => text(words.slice(0, 200));
const source = { source: 1 };

type Specimens = Readonly<Record<Control['shape'], (words: string, field: AnyField) => unknown>>;

/** A rich value of each shape, with the words given somewhere in it. */
export const specimens: Specimens = {
  line: (words) => text(words),
  prose: (words) => text(`${words}\n\n${words}`, 'sw'),
  word: (words) => words.slice(0, 200),
  words: (words) => [words.replace(/\s+/g, ' '), 'second'],
  choice: (_, { control }) =>
    control.shape === 'choice' ? [...control.list.entries.keys()].at(-1) : undefined,
  choices: (_, { control }) =>
    control.shape === 'choices' ? [...control.list.entries.keys()].slice(0, 3) : undefined,
  country: () => 'CI',
  countries: () => ['BR', 'CI', 'VN'],
  languages: () => ['en', 'ar'],
  date: () => '2019-03',
  loan: () => ({
    rate: 2.5,
    secondRate: 0,
    repayment: 'annuity',
    plan: 'semiAnnual',
    committedOn: '2024-05',
    firstPaymentOn: '2026-01-01',
    lastPaymentOn: '2045',
  }),
  due: () => ({ precision: 'event', date: '2005-06-16', start: '2005', notBefore: '2004' }),
  reference: (words, { control }) =>
    control.shape === 'reference' ? { register: control.to, id: words.slice(0, 200).trim() } : undefined,
  period: () => ({ start: '2019', end: '2020-02-29' }),
  paragraphs: (words) => [
    { paragraph: 2, stance: 'withReservation', text: short(words) },
    { paragraph: 3, stance: 'supports' },
  ],
  figures: (words) => [
    {
      label: short(words),
      value: 1_234.5,
      unit: text('people'),
      asOf: '2021-06',
      basis: 'counted',
      qualifier: 'about',
      ...source,
    },
    { value: -0.001, unit: short(words), basis: 'unknown', note: short(words) },
  ],
  demands: (words) => [
    { label: short(words), country: 'GH', value: 12_000, unit: text('doses'), neededBy: '2027-03' },
    { label: short(words), country: 'ML', value: 0.5, unit: short(words), note: short(words) },
  ],
  money: (words) => [
    {
      amount: 1_000_000,
      currency: 'USD',
      valueDate: '2020',
      basis: 'commitment',
      label: short(words),
      ...source,
    },
    { amount: 0, currency: 'XOF', basis: 'expenditure', qualifier: 'atLeast' },
  ],
  participants: (words, { control }) => [
    {
      country: 'BR',
      organisation: short(words),
      identifier: 'XM-DAC-41114',
      ...(control.shape === 'participants' ? { role: [...control.roles.entries.keys()][0] } : {}),
      period: { start: '2019', end: '2020-05-01' },
      note: short(words),
      ...source,
    },
    { country: 'MZ' },
  ],
  places: (words) => [
    { name: short(words), country: 'SN', latitude: -14.5, longitude: 17.25 },
    { country: 'ML' },
  ],
  links: (words) => [{ url: 'https://example.org/a|b?c=d', title: words }, { url: 'http://example.org/2' }],
  sources: (words) => [
    { title: words, url: 'https://example.org/s', publishedOn: '2019', readOn: '2020-01-02', cited: true },
    { title: 'second' },
  ],
  references: () => [{ register: 'practice', id: 'human-milk-banks' }, { id: 'XM-DAC-41114-PROJECT-1' }],
  files: (words) => [
    { url: 'https://example.org/f.pdf', title: words, mediaType: 'application/pdf', language: 'fr' },
  ],
  contacts: (words) => [
    { organisation: short(words), person: 'A. Diallo', email: 'a@example.org', telephone: '+221 33' },
  ],
};

/** A record of the register with every field filled, as its schemas leave it. */
export function richRecord(register: Register, id: string, words: string): Presented {
  const values = Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      field.schema.parse(specimens[field.control.shape](words, field)),
    ]),
  );
  return recordOf(register, id, values);
}

export function recordOf(
  register: Register,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Presented {
  const origin = { door: 'import', standing: 'thirdParty' } as const;
  const revision = {
    recordId: id,
    register: register.name,
    number: 3,
    version: 1,
    values,
    post: 'clerk',
    at: '2026-01-02T03:04:05.000Z',
    origin,
  };
  return present(register, revision, { ...unborn, standing: 'thirdParty' }, 'focalPoint');
}
