import { vocabularyPath } from '../../exchange/iati/write-iati.ts';
import { Fault } from '../../kernel/fault.ts';
import { compare } from '../../operations/compare.ts';
import { consultations } from '../../operations/consultations/directory.ts';
import { countryCounts, countryProfile } from '../../operations/country-profile.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import { find } from '../../operations/find.ts';
import { type Flows, flows } from '../../operations/flows.ts';
import { askedOfCountry } from '../../operations/follow-up/asked-of.ts';
import { type House, type Office, today } from '../../operations/house.ts';
import { iatiFiles } from '../../operations/iati/files.ts';
import { overview } from '../../operations/overview.ts';
import { focalPoints, getVoice, secretariats } from '../../operations/posts/focal-points.ts';
import { wordReservations } from '../../operations/review/reserve.ts';
import { type Shown, show } from '../../operations/show.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Visitor } from '../desk/visitor.ts';
import { board, bodyList, instrumentList, report } from '../follow-up/makers.ts';
import { standingOf } from '../follow-up/standing.ts';
import { howMatchesAreFound, partnerSuggestions, solved } from '../matching/makers.ts';
import { needList } from '../needs/makers.ts';
import { requestsOn } from '../needs/on-record.ts';
import { countryVoicePage } from '../posts/country-voice-page.ts';
import { focalPointsPage } from '../posts/focal-points-page.ts';
import { groupingsPage, groupingsPath } from '../posts/groupings-page.ts';
import { pageIn, reservationsPage } from '../posts/reservations-page.ts';
import { actorsOf, isOpen } from '../review/acting.ts';
import { lookAt, type VisitorLook } from '../review/look-at.ts';
import { mineOf, takeUpAgain } from '../review/mine.ts';
import { roomOf } from '../review/room.ts';
import { roundList, roundOfAddress } from '../rounds/makers.ts';
import { aboutPage } from './about-page.ts';
import type { ApiDescription } from './api-description.ts';
import { apiPage } from './api-page.ts';
import { comparePage } from './compare-page.ts';
import { consultationsPage } from './consultations-page.ts';
import { cooperationPage } from './cooperation-page.ts';
import { countriesPage } from './countries-page.ts';
import { countryPage } from './country-page.ts';
import { emptyHelp } from './empty-help.ts';
import { countedFacets, neededValues } from './facet-groups.ts';
import { flowsPage } from './flows-page.ts';
import { historyPage } from './history-page.ts';
import { homePage } from './home-page.ts';
import { iatiPage } from './iati-page.ts';
import { linkedWith } from './linked-with.ts';
import { mentionsOf } from './mentions-of.ts';
import { namedRecords } from './named-records.ts';
import type { PageParts } from './page-parts.ts';
import { recordPage } from './record-page.ts';
import { searchPage } from './search-page.ts';
import { type Question, readQuestion } from './search-question.ts';

/** One request for a page. */
export interface Asked {
  readonly house: Office;
  readonly t: Translate;
  readonly parameters: URLSearchParams;
  /** Parts of the path by name. */
  readonly named: Readonly<Record<string, string>>;
  readonly publicAddress: string;
  /** What programs can ask for here. */
  readonly api?: () => ApiDescription;
  /** Who is signed in. */
  readonly visitor?: Visitor;
}

/** Makes a page, or says where it has moved. @throws Fault `notFound`, `unknownRegister`. */
export type PageMaker = (asked: Asked) => Promise<PageParts | URL>;

const pageSize = 20;

/** Every kind of page by its address under the language. Order matters: the first that matches answers. */
export const pageMakers: Readonly<Record<string, PageMaker>> = {
  '/': async ({ house, t }) => homePage(t, await overview(house, t.lang), today(house)),
  '/about': async ({ t }) => aboutPage(t),
  '/api': async ({ t, api }) => {
    if (api === undefined) throw new Fault('notFound', { register: 'page', id: 'api' });
    return apiPage(t, api());
  },
  '/search': search,
  '/solved': solved,
  '/how-matches-are-found': howMatchesAreFound,
  '/partners': partnerSuggestions,
  '/flows': async ({ house, t, parameters }) => {
    const question = readQuestion(parameters, t.lang, pageSize);
    return flowsPage(t, question, await flowsFor(house, question));
  },
  '/countries': async ({ house, t }) => countriesPage(t, await countryCounts(house)),
  '/countries/:code': country,
  '/needs': needList,
  '/follow-up/rounds': roundList,
  '/follow-up/rounds/:id': roundOfAddress,
  '/focal-points': async ({ house, t }) =>
    focalPointsPage(t, await focalPoints(house), await secretariats(house)),
  '/focal-points/:code': async ({ house, t, named: { code = '' } }) =>
    countryVoicePage(t, await getVoice(house, code)),
  [groupingsPath]: async ({ t }) => groupingsPage(t),
  '/consultations': directory,
  '/reservations': async ({ house, t, parameters, visitor }) =>
    reservationsPage(t, await wordReservations(house), { page: pageIn(parameters), visitor }),
  '/follow-up': instrumentList,
  '/follow-up/bodies': bodyList,
  '/follow-up/:id': board,
  '/follow-up/:id/report': report,
  '/iati': async ({ house, t }) => iatiPage(t, await iatiFiles(house), house.board.posts()),
  [vocabularyPath]: async ({ t }) => cooperationPage(t),
  '/:register/:id': record,
  '/:register/:id/history': history,
  '/:register/:id/compare': comparison,
};

async function search({ house, t, parameters }: Asked): Promise<PageParts> {
  const question = readQuestion(parameters, t.lang, pageSize);
  const found = await find(house, {
    ...question.request,
    count: countedFacets(question),
    most: neededValues(question),
  });
  const day = today(house);
  if (found.total > 0) return searchPage(t, question, found, { today: day, node: house.publicAddress });
  return searchPage(t, question, found, {
    today: day,
    node: house.publicAddress,
    help: await emptyHelp(house, question),
  });
}

async function country({ house, t, named: { code = '' } }: Asked): Promise<PageParts | URL> {
  const capitals = code.toUpperCase();
  if (!isCountry(capitals)) throw new Fault('notFound', { got: code });
  // Only the path and query of it are used.
  if (capitals !== code) return new URL(`/${t.lang}/countries/${capitals}`, 'http://here');
  const profile = await countryProfile(house, code, t.lang);
  const day = today(house);
  const care = house.board.careOf(code, day);
  const asked = await askedOfCountry(house, code, day);
  return countryPage(t, profile, { today: day, care, asked, node: house.publicAddress });
}

async function record(asked: Asked): Promise<PageParts> {
  const { house, t, parameters, publicAddress } = asked;
  const looked = await shownFor(asked);
  const { shown } = looked;
  const mentions =
    shown.record.register.name === 'organisation' ? await mentionsOf(house, t, shown.record) : undefined;
  const standing =
    (await requestsOn(house, t, looked)) ?? (await standingOf(house, t, shown.record.id, parameters));
  return recordPage(t, shown, {
    ...(standing === undefined ? {} : { standing }),
    all: parameters.get('all') === '1',
    publicAddress,
    today: today(house),
    posts: house.board.posts(),
    linked: await linkedWith(house, shown),
    named: await namedRecords(house, shown.record),
    room: await roomOf(house, t, looked),
    ...(mentions === undefined ? {} : { mentions }),
    ...('visitor' in looked ? { mine: await mineOf(house, t, looked, parameters) } : {}),
  });
}

async function directory({ house, t, visitor, parameters }: Asked): Promise<PageParts> {
  const actors = visitor === undefined ? [] : await actorsOf(house, visitor, parameters.get('post'));
  const { everybody, own } = consultations(house, actors);
  const convenor = actors.find((one) => isOpen('save', one, factsOfNew('consultation')));
  return consultationsPage(t, everybody, own, {
    convenor: convenor?.post.id,
    calendar: actors[0]?.post.id,
  });
}

async function history(asked: Asked): Promise<PageParts> {
  const { house, t, parameters } = asked;
  const looked = await shownFor(asked);
  return historyPage(t, looked.shown, {
    all: parameters.get('all') === '1',
    posts: house.board.posts(),
    ...('visitor' in looked ? { mine: (revision) => takeUpAgain(t, looked, revision) } : {}),
  });
}

async function comparison(asked: Asked): Promise<PageParts> {
  const { house, t, parameters } = asked;
  const looked = await shownFor(asked);
  const { shown } = looked;
  const to = revisionIn(parameters.get('to')) ?? shown.record.revision;
  const from = revisionIn(parameters.get('from')) ?? Math.max(1, to - 1);
  const compared = compare(shown, from, to);
  return comparePage(t, shown, compared, {
    posts: house.board.posts(),
    ...('visitor' in looked ? { mine: takeUpAgain(t, looked, compared.from) } : {}),
  });
}

/** The pairs that an address asks for. */
export async function flowsFor(house: House, { request: { filters, words } }: Question): Promise<Flows> {
  const { pairs, ...counted } = await flows(house, filters, words);
  const only = filters.flow;
  return {
    ...counted,
    pairs: only === undefined ? pairs : pairs.filter(({ from, to }) => only.includes(`${from}-${to}`)),
  };
}

/** The record of an address, as everybody sees it or as the visitor does. */
async function shownFor({
  house,
  named: { register = '', id = '' },
  visitor,
  parameters,
}: Asked): Promise<{ readonly shown: Shown } | VisitorLook> {
  if (visitor === undefined) return { shown: await show(house, register, id) };
  return lookAt(house, register, id, visitor, parameters.get('post'));
}

function revisionIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
