import type { Control } from '../../fields/field.ts';
import type { ShapeValues } from '../../fields/shape-values.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { LanguageTag } from '../../kernel/language-tag.ts';
import { type CodeList, nameOf } from '../../vocabulary/code-list.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html, type Inside, joined } from '../html.ts';
import { shownBody } from './body-name.ts';
import { codeLabel } from './code-label.ts';
import { countryLink, countryLinks } from './countries.ts';
import { contact, file, link, paragraphRemark, participant, place, reference, source } from './parts.ts';
import { langAttributes, languageMark, languagesIn, shownText } from './texts.ts';
import { dateValue, demandValue, dueText, figureValue, loanText, moneyValue, periodText } from './values.ts';

type Shape = Control['shape'];
type Renderer<S extends Shape> = (
  t: Translate,
  value: ShapeValues[S],
  control: Extract<Control, { readonly shape: S }>,
) => Html;

/** One renderer a shape: a new kind of field brings a new shape or uses one of these. */
const renderers: { readonly [S in Shape]: Renderer<S> } = {
  line: (t, value) => shownText(t, value),
  prose: (t, value) => {
    const { text, lang } = textIn(value, t.lang);
    return html`<div class=prose${langAttributes(t, lang)}>${text}</div>`;
  },
  word: (_, value) => html`<bdi>${value}</bdi>`,
  words: (t, values, { bodies }) =>
    row(
      t,
      values.map((value) => (bodies === true ? shownBody(t, value) : html`<bdi>${value}</bdi>`)),
    ),
  choice: (t, code, { list }) => html`${codeLabel(t, list, code)}`,
  choices: (t, codes, { list }) => stacked(t, codes, (code) => codeName(t, list, code)),
  country: (t, code) => countryLink(t, code),
  countries: (t, codes) => countryLinks(t, codes),
  languages: (t, tags) =>
    row(
      t,
      tags.map((tag) => languageName(tag, t.lang)),
    ),
  date: (t, date) => dateValue(t, date),
  period: (t, period, { moment }) => html`${periodText(t, period, moment)}`,
  due: (t, due) => html`${dueText(t, due)}`,
  loan: (t, terms) => html`${loanText(t, terms)}`,
  reference: (t, value) => reference(t, value),
  figures: (t, figures) => stacked(t, figures, (figure) => figureValue(t, figure)),
  money: (t, amounts) => stacked(t, amounts, (money) => moneyValue(t, money)),
  demands: (t, all) => stacked(t, all, (one) => demandValue(t, one)),
  participants: (t, all, { roles }) => stacked(t, all, (one) => participant(t, one, roles)),
  paragraphs: (t, all, { stances }) => stacked(t, all, (one) => paragraphRemark(t, one, stances)),
  places: (t, places) => stacked(t, places, (one) => place(t, one)),
  links: (t, links) => stacked(t, links, link),
  sources: (t, sources) =>
    html`<ol>${sources.map((one, index) => html`<li id=s${index + 1}>${index + 1}. ${source(t, one)}`)}</ol>`,
  references: (t, references) => stacked(t, references, (one) => reference(t, one)),
  files: (t, files) => stacked(t, files, (one) => file(t, one)),
  contacts: (t, contacts) => stacked(t, contacts, (one) => contact(t, one)),
};

/**
 * A value of a record as people read it, by the shape that its field declares. A field whose texts are all in one other
 * language says so once, after them; where they differ, each entry of the list says it.
 */
export function shownValue(t: Translate, control: Control, value: unknown): Html {
  // The value passed the schema of the field that declares this control, so its type is that of the shape.
  const render = renderers[control.shape] as (t: Translate, value: unknown, control: Control) => Html;
  const languages = languagesIn(t, value);
  return html`${render(t, value, control)}${languages.size === 1 && marks(t, languages)}`;
}

function marks(t: Translate, languages: ReadonlySet<LanguageTag>): Html {
  return html`${[...languages].map((lang) => languageMark(t, lang))}`;
}

function codeName(t: Translate, list: CodeList, code: string): Html {
  const entry = list.entries.get(code);
  const parent = entry?.parent;
  const name = nameOf(list, code, t.lang);
  const wider = parent === undefined ? name : nameOf(list, parent, t.lang);
  const more = parent !== undefined && !name.endsWith(wider);
  // Targets of the goals are called by their goal.
  return html`${codeLabel(t, list, code)}${more && html` <small>${codeLabel(t, list, parent)}</small>`}`;
}

/** Short things in a row. */
function row(t: Translate, pieces: readonly Inside[]): Html {
  return joined(pieces, comma(t));
}

/** Things one below the other; a single one stands alone. */
function stacked<T>(t: Translate, items: readonly T[], render: (item: T) => Html): Html {
  const [first] = items;
  const mixed = languagesIn(t, items).size > 1;
  const shown = (item: T): Html => html`${render(item)}${mixed && marks(t, languagesIn(t, item))}`;
  if (first !== undefined && items.length === 1) return shown(first);
  return html`<ul>${items.map((item) => html`<li>${shown(item)}`)}</ul>`;
}
