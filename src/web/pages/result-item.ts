import { textIn } from '../../kernel/lang-text.ts';
import { highlight, snippet } from '../../language/highlight.ts';
import type { Presented } from '../../policy/present.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { badges } from '../pieces/badges.ts';
import { goals } from '../pieces/goals.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { langAttributes, marked } from '../pieces/texts.ts';
import { facetsOf } from './record-facets.ts';
import { recordFlow } from './record-flow.ts';
import { langTextOf, titleLink, titleOf } from './record-heading.ts';

export interface ResultOptions {
  /** `YYYY-MM-DD`: by which it is told whether records want a fresh word. */
  readonly today: string;
  /** Word forms to mark. */
  readonly terms?: ReadonlySet<string>;
  /** Longest passage of the summary, in characters; 0 for none. */
  readonly passage?: number;
  /** What it is, its name and its countries only: on pages where results are not the matter itself. */
  readonly calm?: boolean;
}

/** Longest title in a list, in characters: some sources put a paragraph there. */
const longestTitle = 220;

/** Records one below the other: what it is, its name, who shares with whom, the passage that fits, its Goals. */
export function resultList(t: Translate, records: readonly Presented[], options: ResultOptions): Html {
  return html`<ol class="res${options.calm === true && ' calm grid'}">${records.map((record) => html`<li>${resultItem(t, record, options)}`)}</ol>`;
}

/** One record in a list. */
export function resultItem(
  t: Translate,
  record: Presented,
  { today, terms = new Set(), passage = 180, calm = false }: ResultOptions,
): Html {
  const { register } = record;
  const { facets, year } = facetsOf(record);
  const { text, lang } = titleOf(t, record);
  const title =
    text.length > longestTitle ? snippet(text, lang, terms, longestTitle) : highlight(text, lang, terms);
  const link = titleLink(t, record, marked(title));
  const head = html`${kindLine(t, register.name, [year, ...badges(t, record, today)])}<h3>${link}</h3>${recordFlow(t, record)}`;
  if (calm) return head;
  return html`${head}${passageOf(t, record, terms, passage)}${goals(t, facets.sdg ?? [])}${usesOf(t, register.name, facets.host ?? [])}`;
}

/** How many countries took a practice up: the number that a reader runs an eye down for. */
function usesOf(t: Translate, register: string, hosts: readonly string[]): Html {
  if (register !== 'practice' || hosts.length === 0) return html``;
  return html`<p class=uses><b>${formatNumber(t.lang, hosts.length)}</b> ${t('record.countriesUse', { n: hosts.length })}`;
}

function passageOf(t: Translate, record: Presented, terms: ReadonlySet<string>, longest: number): Html {
  const summary = langTextOf(record, record.register.summary);
  if (summary === undefined || longest === 0) return html``;
  const { text, lang } = textIn(summary, t.lang);
  return html`<p class=sum${langAttributes(t, lang)}>${marked(snippet(text, lang, terms, longest))}</p>`;
}
