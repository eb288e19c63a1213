import { unknownLanguage } from '../../kernel/language-tag.ts';
import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { goals } from '../pieces/goals.ts';
import { kindLine, originMark } from '../pieces/kind-line.ts';
import { type Detail, everything } from './cut-values.ts';
import { downloads } from './downloads.ts';
import type { PageParts } from './page-parts.ts';
import { citation, missing, possiblySame, whoSaidIt, withdrawal } from './record-asides.ts';
import { recordFields } from './record-fields.ts';
import { recordFlow } from './record-flow.ts';
import { langTextOf, titleLink, titleOf, titlePiece } from './record-heading.ts';

/** Records that name an organisation, and the search that found them. */
export interface Mentions {
  readonly total: number;
  readonly records: readonly Presented[];
  /** With its question mark. */
  readonly query: string;
}

export interface RecordOptions {
  /** Nothing is cut, whatever it weighs. */
  readonly all: boolean;
  readonly publicAddress: string;
  readonly mentions?: Mentions;
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
  const { text } = titleOf(t, record);
  const summary = langTextOf(record, record.register.summary);
  const levelsUsed = options.all ? [everything] : levels;
  const mentioned = options.mentions?.records.map(({ id }) => id) ?? [];
  return {
    title: text.slice(0, 150),
    ...(summary === undefined
      ? {}
      : { description: beginning(summary.texts[t.lang] ?? Object.values(summary.texts)[0] ?? '') }),
    path,
    otherForms: [{ type: 'application/json', path: `${path}.json` }],
    unlisted: state.withdrawn !== undefined || options.all,
    shows: options.mentions === undefined ? [record.id, ...mentioned] : ['*'],
    bodies: levelsUsed.map((detail) => () => bodyOf(t, shown, options, detail)),
  };
}

function bodyOf(t: Translate, shown: Shown, options: RecordOptions, detail: Detail): Html {
  const { record } = shown;
  const { register, id } = record;
  const path = recordPath(register.name, id);
  const { facets, year } = digestOf(register, record.values);
  const { story, glance, grounds, cut } = recordFields(t, record, detail);
  return html`${withdrawal(t, record)}${kindLine(t, { register: register.name }, [year, titleLanguage(t, record)])}<h1>${titlePiece(t, record)}</h1>${recordFlow(t, record)}${goals(t, facets.sdg ?? [])}${originMark(t, record.standing)}<div class=rec><div>${story}</div><aside aria-label="${t('record.atAGlance')}">${glance}</aside><div>${grounds}${
    cut &&
    html`<p><a class="btn quiet" href="${pageAddress(t.lang, `${path}?all=1`)}">${t('search.showAll')}</a></p>`
  }${options.mentions !== undefined && mentionsOf(t, options.mentions)}${missing(t, record)}${possiblySame(t, shown)}${whoSaidIt(t, shown)}${citation(t, record, options.publicAddress)}${downloads(t, path)}</div></div>`;
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
