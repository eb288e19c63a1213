import { langText } from '../../src/kernel/lang-text.ts';
import { changePost, getPost } from '../../src/operations/posts/keep-post.ts';
import { dispute } from '../../src/operations/review/answer.ts';
import { release } from '../../src/operations/review/release.ts';
import { returnRecord, submit } from '../../src/operations/review/submit.ts';
import { revise } from '../../src/operations/revise.ts';
import type { PersonId, SmallOffice } from '../../tests/fixtures/small-office.ts';

const register = 'activity';

/** An activity as the story needs it. */
interface Told {
  readonly title: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Alpha-2 codes: who shares, who uses. */
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly trained?: number;
}

const told = {
  radio: {
    title: { en: 'Repair of community radios', ar: 'إصلاح الإذاعات المجتمعية' },
    summary: 'Technicians of eight community radios learn to repair their transmitters.',
    from: 'BR',
    to: 'SN',
    start: '2023-04',
    trained: 16,
  },
  soil: {
    title: { en: 'Soil maps for rice growers', ar: 'خرائط التربة لمزارعي الأرز' },
    summary: 'Two institutes draw soil maps of the same delta with one method.',
    from: 'SN',
    to: 'MZ',
    start: '2023-09',
  },
  milk: {
    title: { en: 'Milk banks in three maternity wards', ar: 'بنوك الحليب في ثلاثة أقسام للولادة' },
    summary: 'Staff of three wards learn to collect, test and give donated milk.',
    from: 'BR',
    to: 'SN',
    start: '2025-02',
    trained: 24,
  },
  cashew: {
    title: {
      en: 'Cashew grafting, from Nampula to Casamance',
      ar: 'تطعيم أشجار الكاجو من نامبولا إلى كازامانس',
    },
    summary: 'Growers from Nampula show how old trees are grafted.',
    from: 'MZ',
    to: 'SN',
    start: '2025-03',
    trained: 60,
  },
  pumps: {
    title: { en: 'Solar pumps for village wells', ar: 'مضخات شمسية لآبار القرى' },
    summary: 'Twelve villages get pumps that their own committees can repair.',
    from: 'SN',
    to: 'MZ',
    start: '2025-06',
    trained: 36,
  },
  salt: {
    title: { en: 'Iodised salt from small producers', ar: 'ملح معالج باليود من صغار المنتجين' },
    summary: 'Producers learn to add iodine to their salt.',
    from: 'SN',
    to: 'BR',
    start: '2025-01',
  },
} as const satisfies Readonly<Record<string, Told>>;
type StoryId = keyof typeof told;

/**
 * An invented office at work: two old records that want a fresh word, one that Brazil disputes, one of Mozambique that
 * waits for an answer, one that a clerk submitted and one that was returned. Ends on 17 November 2025.
 */
export async function tellStory(office: SmallOffice): Promise<void> {
  await nameOffices(office);
  office.clock.set('2024-10-14T09:00:00.000Z');
  await released(office, 'radio', 'focal-sn');
  await released(office, 'soil', 'focal-sn');
  office.clock.set('2025-11-03T09:00:00.000Z');
  await released(office, 'milk', 'focal-sn');
  await released(office, 'cashew', 'focal-mz');
  office.clock.set('2025-11-10T09:00:00.000Z');
  await brazilDisputes(office);
  await submitted(office, 'salt');
  const text = 'Which producers, and how many of them?';
  const remarks = [{ field: 'summary', text }];
  await returnRecord(office, office.actors['focal-sn'], { ...last(office, 'salt'), remarks });
  office.clock.set('2025-11-17T09:00:00.000Z');
  await submitted(office, 'pumps');
}

/** Offices and people by names that read well. */
async function nameOffices(office: SmallOffice): Promise<void> {
  const names: Readonly<Partial<Record<PersonId, Readonly<Record<string, string>>>>> = {
    'clerk-sn': { en: 'Planning office of the Institute of Wells' },
    'focal-sn': {
      en: 'Senegal’s desk for South-South cooperation',
      ar: 'مكتب السنغال للتعاون فيما بين بلدان الجنوب',
    },
    'focal-br': { en: 'Brazil’s desk for South-South cooperation' },
    'focal-mz': { en: 'Mozambique’s desk for South-South cooperation' },
    'clerk-sn-other': { en: 'Salt office of the ministry' },
    'clerk-br': { en: 'Cooperation office of the Milk Institute' },
    'roster-sn': { en: 'Roster of the Institute of Wells' },
    secretariat: { en: 'Secretariat for South-South cooperation' },
    administrator: { en: 'Technical office of the node' },
  };
  for (const [id, texts] of Object.entries(names)) {
    const { title: _, ...profile } = getPost(office, id);
    await changePost(office, 'node', id, { ...profile, title: { original: 'en', texts } });
  }
  const persons: Readonly<Partial<Record<PersonId, string>>> = {
    'clerk-sn': 'Moussa Sarr',
    'focal-sn': 'Awa Diop',
    'focal-br': 'Carla Lima',
    'focal-mz': 'Celeste Macuácua',
    'clerk-sn-other': 'Ndèye Faye',
    'clerk-br': 'Rui Barros',
    'roster-sn': 'Omar Ba',
    secretariat: 'Li Wei',
    administrator: 'Samira Haddad',
  };
  for (const [id, name] of Object.entries(persons)) {
    const account = await office.accounts.findByEmail(`${id}@example.org`);
    if (account !== undefined) await office.accounts.change(account.id, { name });
  }
  const next = { email: 'next@example.org', name: 'Ibrahima Fall', language: 'fr' } as const;
  await office.accounts.create(next);
}

async function brazilDisputes(office: SmallOffice): Promise<void> {
  const objection = {
    field: 'quantities',
    says: quantities(36),
    note: 'Twelve more were trained in Brasília in June; our list of participants names them.',
  };
  const act = { ...last(office, 'milk'), revision: 1, objections: [objection] };
  await dispute(office, office.actors['focal-br'], act);
}

async function drafted(office: SmallOffice, id: StoryId, by: PersonId): Promise<void> {
  const { title, summary, from, to, start, ...more }: Told = told[id];
  await revise(office, {
    register,
    id,
    values: {
      title: { original: 'en', texts: title },
      summary: langText('en', summary),
      participants: [
        { country: from, role: 'provider' },
        { country: to, role: 'recipient' },
      ],
      dates: { start },
      ...(more.trained === undefined ? {} : { quantities: quantities(more.trained) }),
      sources: [{ title: 'Agreement and list of participants', url: 'https://example.org/a' }],
    },
    basedOn: 0,
    writer: { actor: office.actors[by], as: 'party', door: 'form' },
  });
}

async function submitted(office: SmallOffice, id: StoryId): Promise<void> {
  await drafted(office, id, 'clerk-sn');
  await submit(office, office.actors['clerk-sn'], last(office, id));
}

async function released(office: SmallOffice, id: StoryId, by: PersonId): Promise<void> {
  await drafted(office, id, by);
  await release(office, office.actors[by], last(office, id));
}

function quantities(value: number): readonly object[] {
  return [
    { label: langText('en', 'People trained'), value, unit: langText('en', 'people'), basis: 'counted' },
  ];
}

/** The record as it stands now. */
function last({ board }: SmallOffice, id: string) {
  return { register, id, seen: board.records([id]).get(id)?.seq ?? 0 };
}
