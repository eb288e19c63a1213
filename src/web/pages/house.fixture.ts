import { defaultLimits } from '../../exchange/limits.ts';
import { openIndex } from '../../index/open-index.ts';
import { stoppedClock } from '../../kernel/clock.ts';
import { langText } from '../../kernel/lang-text.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { openSqliteLog } from '../../log/sqlite-log.ts';
import { follow } from '../../operations/follow.ts';
import type { House } from '../../operations/house.ts';
import type { NewEntry } from '../../operations/ports.ts';
import { getRegister } from '../../registers/all-registers.ts';

/** A title that would be a script if a page let it. */
export const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> & co';

/** A house in memory with the given entries. */
export async function houseOf(entries: readonly NewEntry[]): Promise<House> {
  const log = openSqliteLog({ file: ':memory:' });
  if (entries.length > 0) await log.append(entries);
  const house: House = {
    log,
    index: await openIndex({ name: 'test' }),
    clock: stoppedClock('2026-11-21T12:00:00Z'),
    limits: defaultLimits,
    mappings: [],
    onChange: new Set(),
  };
  await follow(house);
  return house;
}

/** One revision, checked by its register's schemas so that no page is tried with what could not be there. */
export function revision(
  register: string,
  recordId: string,
  values: Readonly<Record<string, unknown>>,
  more: Partial<Revision> = {},
): NewEntry {
  const declared = getRegister(register);
  for (const [name, value] of Object.entries(values)) declared.fields[name]?.schema.parse(value);
  return {
    kind: 'revision',
    revision: {
      recordId,
      register,
      number: 1,
      version: declared.version,
      values,
      post: 'intake',
      at: '2026-11-20T10:00:00.000Z',
      origin: {
        door: 'starter',
        standing: 'thirdParty',
        file: 'activities.jsonl',
        place: 'line 1',
        publisher: 'UNDP',
      },
      ...more,
    },
    keys: [],
  };
}

const sources = [
  {
    title: 'Cooperation report',
    url: 'https://example.org/report',
    publishedOn: '2019',
    readOn: '2026-11-21',
  },
  { title: 'Page named in it', url: 'https://example.org/page', cited: true },
];

const milkBanks = {
  title: langText('en', 'Human milk banks in Angola, Cabo Verde and Mozambique', {
    fr: 'Banques de lait humain en Angola',
    ar: 'بنوك حليب الأم في أنغولا',
  }),
  summary: langText('en', 'Training, equipment and adapted rooms for milk banks on the Brazilian model.'),
  modality: 'bilateral',
  participants: [
    { country: 'BR', role: 'provider' },
    { country: 'AO', role: 'recipient' },
    { country: 'MZ', role: 'recipient' },
    { organisation: langText('pt', 'Agência Brasileira de Cooperação'), role: 'implementing' },
  ],
  sectors: ['12240'],
  sdgs: ['3.2', '2'],
  dates: { start: '2010', end: '2019-05' },
  quantities: [
    {
      label: langText('en', 'Milk given'),
      value: 30,
      unit: langText('en', 'litres'),
      asOf: '2019-05',
      source: 0,
      basis: 'reported',
    },
  ],
  money: [{ amount: 1_200_000, currency: 'USD', basis: 'budget', source: 1 }],
  places: [
    { name: langText('en', 'Maputo Central Hospital'), country: 'MZ', latitude: -25.96, longitude: 32.58 },
  ],
  links: [{ url: 'https://example.org/milk' }],
  files: [{ url: 'https://example.org/report.pdf', title: 'Report', mediaType: 'application/pdf' }],
  related: [{ register: 'practice', id: 'milk-practice' }],
  sources,
};

/** A record of every register, one changed twice, one withdrawn, one with a possible double, one hostile, and company. */
export function specimens(): readonly NewEntry[] {
  const changed = {
    ...milkBanks,
    summary: langText('en', 'Training, equipment and new rooms for milk banks on the Brazilian model.'),
  };
  const others = Array.from({ length: 24 }, (_, at) =>
    revision('activity', `water-${at}`, {
      title: langText('en', `Rural water project ${at + 1}`),
      summary: langText(
        'en',
        'Wells and pumps for villages, with training of water committees and of mechanics.',
      ),
      participants: [
        { country: at % 2 === 0 ? 'BR' : 'IN', role: 'provider' },
        { country: ['SN', 'ML', 'NE', 'TG'][at % 4], role: 'recipient' },
      ],
      sectors: ['14030'],
      sdgs: ['6'],
      dates: { start: String(2000 + at) },
    }),
  );
  const event = { register: 'activity', post: 'intake', at: '2026-11-20T11:00:00.000Z' };
  return [
    revision('organisation', 'abc-brazil', {
      title: langText('pt', 'Agência Brasileira de Cooperação', { en: 'Brazilian Cooperation Agency' }),
      acronym: 'ABC',
      type: 'nationalCooperationAgency',
      country: 'BR',
      website: [{ url: 'https://www.gov.br/abc' }],
      languages: ['pt', 'en'],
      sources,
    }),
    revision('practice', 'milk-practice', {
      title: langText('en', 'Network of human milk banks'),
      problem: langText('en', 'Premature babies need milk.\n\nNot every mother can give it yet.'),
      originCountries: ['BR'],
      adoptions: [{ country: 'CV', role: 'adopter', period: { start: '2011' }, source: 0 }],
      sdgs: ['3'],
      startedOn: '1985',
      sources,
    }),
    revision('event', 'un-day-2019', {
      title: langText('en', 'United Nations Day for South-South Cooperation 2019'),
      kind: 'observance',
      dates: { start: '2019-09-12' },
      places: [{ country: 'AR' }],
      hashtags: ['#SouthSouth'],
    }),
    revision('source', 'message-2009', {
      title: langText('en', 'Message for South-South Cooperation Day 2009'),
      kind: 'statement',
      publishedOn: '2009-12-19',
      symbol: 'SG/SM/12668',
      links: [{ url: 'https://press.un.org/en/2009/sgsm12668.doc.htm' }],
    }),
    ...others,
    revision('activity', 'hostile', {
      title: langText('und', hostile),
      summary: langText('en', hostile),
      themes: [hostile],
    }),
    revision('activity', 'double', { title: milkBanks.title, participants: milkBanks.participants }),
    revision('activity', 'gone', { title: langText('en', 'A record that was wrong') }),
    revision('activity', 'milk-banks', milkBanks),
    revision('activity', 'milk-banks', changed, {
      number: 2,
      at: '2026-11-20T12:00:00.000Z',
      reason: 'The rooms are new.',
    }),
    revision(
      'activity',
      'milk-banks',
      { ...changed, sdgs: ['3.2', '17'] },
      { number: 3, at: '2026-11-21T09:00:00.000Z' },
    ),
    {
      kind: 'event',
      event: {
        ...event,
        type: 'duplicateProposed',
        recordId: 'double',
        other: 'milk-banks',
        because: ['title'],
      },
    },
    {
      kind: 'event',
      event: { ...event, type: 'withdrawn', recordId: 'gone', reason: 'Counted twice.', into: 'milk-banks' },
    },
  ];
}
