import { textIn } from '../../kernel/lang-text.ts';
import { highlight, snippet } from '../../language/highlight.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { flowLine } from '../pieces/flow-line.ts';
import { goals } from '../pieces/goals.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { langAttributes, marked } from '../pieces/texts.ts';
import { langTextOf, titleLink, titleOf } from './record-heading.ts';

export interface ResultOptions {
  /** Word forms to mark. */
  readonly terms?: ReadonlySet<string>;
  /** Longest passage of the summary, in characters; 0 for none. */
  readonly passage?: number;
}

/** Longest title in a list, in characters: some sources put a paragraph there. */
const longestTitle = 220;

/** Records one below the other: what it is, its name, who shares with whom, the passage that fits, its Goals. */
export function resultList(t: Translate, records: readonly Presented[], options: ResultOptions = {}): Html {
  return html`<ol class=res>${records.map((record) => html`<li>${resultItem(t, record, options)}`)}</ol>`;
}

function resultItem(
  t: Translate,
  record: Presented,
  { terms = new Set(), passage = 180 }: ResultOptions,
): Html {
  const { register, values, standing } = record;
  const { facets, year } = digestOf(register, values);
  const { text, lang } = titleOf(t, record);
  const title =
    text.length > longestTitle ? snippet(text, lang, terms, longestTitle) : highlight(text, lang, terms);
  const link = titleLink(t, record, marked(title));
  return html`${kindLine(t, { register: register.name, standing }, [year])}<h3>${link}</h3>${flowLine(t, facets.provider ?? [], facets.host ?? [])}${passageOf(t, record, terms, passage)}${goals(t, facets.sdg ?? [])}`;
}

function passageOf(t: Translate, record: Presented, terms: ReadonlySet<string>, longest: number): Html {
  const summary = langTextOf(record, record.register.summary);
  if (summary === undefined || longest === 0) return html``;
  const { text, lang } = textIn(summary, t.lang);
  return html`<p class=sum${langAttributes(t, lang)}>${marked(snippet(text, lang, terms, longest))}</p>`;
}
