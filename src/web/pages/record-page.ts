import { hasIatiFile } from '../../exchange/iati/write-iati.ts';
import { citationTags } from '../../exchange/linked/citation-tags.ts';
import { schemaOrg } from '../../exchange/linked/schema-org.ts';
import { unknownLanguage } from '../../kernel/language-tag.ts';
import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { waysToMatch } from '../matching/ways-to-match.ts';
import { goals } from '../pieces/goals.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { type Detail, everything } from './cut-values.ts';
import { disputes, rejections } from './disputes.ts';
import { downloads } from './downloads.ts';
import { footnotes } from './footnotes.ts';
import type { PageParts } from './page-parts.ts';
import { archival, citation, missing, possiblySame, whoSaidIt, withdrawal } from './record-asides.ts';
import { facetsOf } from './record-facets.ts';
import { recordFields } from './record-fields.ts';
import { recordFlow } from './record-flow.ts';
import { langTextOf, titleLink, titleOf, titlePiece } from './record-heading.ts';
import { citedAddressOf, publicAddressOf } from './record-links.ts';
import { recordWord, type WordOptions } from './record-word.ts';
import { differingFields, twoReports } from './two-reports.ts';

/** Records that name an organisation, and the search that found them. */
export interface Mentions {
  readonly total: number;
  readonly records: readonly Presented[];
  /** With its question mark. */
  readonly query: string;
}

export interface RecordOptions extends WordOptions {
  /** Nothing is cut, whatever it weighs. */
  readonly all: boolean;
  readonly publicAddress: string;
  readonly mentions?: Mentions;
  /** How a commitment stands, or the way to it; other records change it. */
  readonly standing?: Html;
  /** Reports of the same initiative by other countries, as both sides have said. */
  readonly linked: readonly Presented[];
  /** Records to which its fields point. */
  readonly named: readonly Presented[];
  /** Of a consultation, its positions; of what belongs to a closed room, that it does; of a measure, what consultations came to. */
  readonly room: Html;
  /** For somebody signed in: what is under way, and what he or she can do. */
  readonly mine?: { readonly underWay: Html; readonly panel: Html };
}

const levels: readonly Detail[] = [
  { text: 6_000, items: 30 },
  { text: 2_500, items: 15 },
  { text: 900, items: 8 },
  { text: 300, items: 4 },
];

/** All that is known of one record, who said it and when, what is missing, and the ways on from it. */
export function recordPage(t: Translate, shown: Shown, options: RecordOptions): PageParts {
  const { record, state } = shown;
  const path = recordPath(record.register.name, record.id);
  const { text, lang } = titleOf(t, record);
  const address = publicAddressOf(options.publicAddress, t.lang, record);
  const summary = langTextOf(record, record.register.summary);
  const levelsUsed = options.all ? [everything] : levels;
  const others = [...(options.mentions?.records ?? []), ...options.linked, ...options.named].map(
    ({ id }) => id,
  );
  return {
    title: text.slice(0, 150),
    ...(summary === undefined
      ? {}
      : { description: beginning(summary.texts[t.lang] ?? Object.values(summary.texts)[0] ?? '') }),
    path,
    subject: schemaOrg(record, { lang: t.lang, address }),
    tags: citationTags(record, {
      title: text,
      lang,
      address: citedAddressOf(options.publicAddress, t.lang, record),
      publisher: t('site.name'),
    }),
    picture: `${path}.png`,
    otherForms: [{ type: 'application/json', path: `${path}.json` }],
    unlisted: [state.withdrawn, state.archived].some((over) => over !== undefined) || options.all,
    shows:
      options.mentions === undefined && options.standing === undefined && !gathersOthers(record)
        ? [record.id, ...others]
        : ['*'],
    bodies: levelsUsed.map((detail) => () => bodyOf(t, shown, options, detail)),
  };
}

/** Its page shows what other records say of it: it changes with them. */
function gathersOthers({ register }: Presented): boolean {
  return register.means.includes('room:own') || register.means.includes('followup:measure');
}

function bodyOf(t: Translate, shown: Shown, options: RecordOptions, detail: Detail): Html {
  const { record } = shown;
  const { mine, linked } = options;
  const path = recordPath(record.register.name, record.id);
  const elsewhere = linked.length === 0 ? undefined : differingFields(record, linked);
  const { story, glance, grounds, cut } = recordFields(t, record, detail, elsewhere, options.named);
  return html`${mine?.underWay}${withdrawal(t, record)}${archival(t, record)}${headOf(t, shown, options)}${mine?.panel}${options.standing}${options.room}${rejections(t, record)}${disputes(t, record, detail)}${twoReports(t, record, linked, detail)}<div class=rec><div>${story}</div><aside aria-label="${t('record.atAGlance')}">${glance}</aside><div>${grounds}${
    cut &&
    html`<p><a class="btn quiet" href="${pageAddress(t.lang, `${path}?all=1`)}">${t('search.showAll')}</a></p>`
  }${options.mentions !== undefined && mentionsOf(t, options.mentions)}${footnotes(t, record)}${missing(t, record)}${possiblySame(t, shown)}${whoSaidIt(t, shown, options.posts)}${citation(t, record, options.publicAddress)}${downloads(t, path, '', hasIatiFile(record.register))}</div></div>`;
}

/** What it is, its name, who shares with whom, and who stands behind it: of a draft that was never released nobody does. */
function headOf(t: Translate, { record, state }: Shown, options: RecordOptions): Html {
  const { register } = record;
  const { facets, year } = facetsOf(record);
  return html`${kindLine(t, register.name, [year, titleLanguage(t, record)])}<h1>${titlePiece(t, record)}</h1>${recordFlow(t, record)}${goals(t, facets.sdg ?? [])}${state.inForce !== undefined && html`${recordWord(t, record, options)}${waysToMatch(t, record)}`}`;
}

/** That the title is in another language than the reader's. */
function titleLanguage(t: Translate, record: Presented): string | undefined {
  const { lang } = titleOf(t, record);
  if (lang === t.lang || lang === unknownLanguage) return undefined;
  return t('record.inLanguage', { language: languageName(lang, t.lang) });
}

function mentionsOf(t: Translate, { total, records, query }: Mentions): Html {
  if (total === 0) return html``;
  return html`<h2>${t('record.mentions')}</h2><p class=soft>${t('record.mentionsHelp')}</p><ul class=plain>${records.map(
    (record) => html`<li>${titleLink(t, record)}`,
  )}</ul>${
    total > records.length &&
    html`<p><a href="${pageAddress(t.lang, `/search${query}`)}">${t('home.records', { n: total })}</a></p>`
  }`;
}

function beginning(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200).replace(/\s\S*$/u, '')} …`;
}
