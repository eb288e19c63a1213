import type { Reporter } from '../../exchange/iati/write-iati.ts';
import { type LangText, langText } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import { type Speaker, speakerId, speakerOf } from '../../policy/speaker.ts';
import { fieldsMeaning } from '../../registers/fields-meaning.ts';
import { organisationTypeToIati } from '../../vocabulary/organisation-types.ts';
import { find } from '../find.ts';
import type { House } from '../house.ts';

/** OrganisationType of who reports, where nobody said more: a government body, and any other. */
const types = { government: '10', other: '90' } as const;
/** Organisations of one name that are looked at. */
const mostOrganisations = 50;

/**
 * Who reports a record to the world. A released one: its own side, never anybody else; under the identifier that a
 * released record of that organisation gives, or else under the name that it has in our addresses. What third parties
 * observe: the node, as a secondary reporter. Each is looked up once.
 * @param host under which the node is reached.
 */
export function reporters(house: House, host: string): (record: Presented) => Promise<Reporter> {
  const known = new Map<string, Promise<Reporter>>();
  const node = Promise.resolve<Reporter>({
    ref: host,
    type: types.other,
    name: langText('en', `Southbridge, ${host}`),
    secondary: true,
  });
  return (record) => {
    const speaker = speakerIn(record);
    if (speaker === undefined) return node;
    const id = speakerId(speaker);
    const found = known.get(id) ?? ownSide(house, speaker).then(({ reporter }) => reporter);
    known.set(id, found);
    return found;
  };
}

/** Whose word a record is, where anybody's who takes part. */
export function speakerIn(record: Presented): Speaker | undefined {
  const { owner } = record.review;
  return speakerOf(record, { standing: record.standing, ...(owner === undefined ? {} : { owner }) });
}

/** Who reports for a side, and whether it has a record of its own among the organisations. */
export async function ownSide(
  house: House,
  speaker: Speaker,
): Promise<{ readonly reporter: Reporter; readonly hasRecord: boolean }> {
  const name = nameOf(house, speaker);
  const organisation = await organisationNamed(house, speaker, name);
  const fallback = speaker.organisation === undefined ? types.government : types.other;
  const type = organisation === undefined ? undefined : word(organisation, 'iati:reporting-org');
  const identifier =
    organisation === undefined ? undefined : word(organisation, 'iati:organisation-identifier');
  const reporter: Reporter = {
    ref: identifier ?? speakerId(speaker).toUpperCase(),
    type: (type === undefined ? undefined : organisationTypeToIati(type)) ?? fallback,
    name,
    secondary: false,
  };
  return { reporter, hasRecord: identifier !== undefined };
}

/** The organisation as its posts write it; of a country the office of its focal point. */
function nameOf({ board }: House, { country, organisation }: Speaker): LangText {
  if (organisation !== undefined) return langText('und', organisation);
  const offices = [...board.posts().values()].filter(
    (post) => post.kind === 'focalPoint' && post.country === country && post.closedAt === undefined,
  );
  return offices[0]?.title ?? langText('und', country);
}

/** A record of the organisation that the country itself has released: others cannot give it an identifier. */
async function organisationNamed(
  house: House,
  { country }: Speaker,
  name: LangText,
): Promise<Presented | undefined> {
  const wanted = Object.values(name.texts).map(plain);
  for (const text of Object.values(name.texts)) {
    const { records } = await find(house, {
      words: text,
      lang: 'en',
      filters: { kind: ['organisation'], country: [country] },
      sort: 'best',
      page: 1,
      pageSize: mostOrganisations,
      count: [],
    });
    const found = records.find(({ standing, review, values, register }) => {
      // The title of every register is a text in languages (held by the contract tests of registers).
      const title = values[register.title] as LangText;
      const isIts = standing === 'party' && review.owner === country;
      return isIts && Object.values(title.texts).some((one) => wanted.includes(plain(one)));
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function word({ register, values }: Presented, meaning: string): string | undefined {
  const [field] = fieldsMeaning(register, meaning);
  const value = field === undefined ? undefined : values[field];
  return typeof value === 'string' ? value : undefined;
}
