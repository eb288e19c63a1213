import type { Control } from '../../fields/field.ts';
import type { SourceLink } from '../../fields/links.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { FieldDifference } from '../../operations/compare.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { shownValue } from '../pieces/controls.ts';
import { source } from '../pieces/parts.ts';
import { langAttributes } from '../pieces/texts.ts';
import type { Detail } from './cut-values.ts';
import { label } from './label.ts';
import { type Stretch, wordDifference } from './word-difference.ts';

/** Characters of unchanged text left standing on either side of a change. */
const context = 90;

/** One field as two revisions have it: texts word by word in each language, lists entry by entry, the rest as before and after. */
export function differenceOf(
  t: Translate,
  control: Control,
  { before, after }: FieldDifference,
  detail: Detail,
): Html {
  if (control.shape === 'line' || control.shape === 'prose') {
    // Values of these shapes passed the schema of texts in languages; absent is a text in no language.
    const [was, is] = [before as LangText | undefined, after as LangText | undefined];
    return textDifference(t, was, is, detail);
  }
  if (Array.isArray(before ?? after))
    return listDifference(t, control, listOf(before), listOf(after), detail);
  return html`${before !== undefined && html`<del>${shownValue(t, control, before)}</del> `}${
    after !== undefined && html`<ins>${shownValue(t, control, after)}</ins>`
  }`;
}

function textDifference(
  t: Translate,
  was: LangText | undefined,
  is: LangText | undefined,
  { text, items }: Detail,
): Html {
  const [before, after] = [was?.texts ?? {}, is?.texts ?? {}];
  const languages = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const changed = languages.filter((lang) => before[lang] !== after[lang]);
  return html`${was !== undefined && is !== undefined && originals(t, was, is)}${changed.map((lang) => {
    const stretches = wordDifference(before[lang] ?? '', after[lang] ?? '', lang);
    const left = stretches.slice(0, items * 4);
    const last = stretches.at(-1);
    const named = languages.length > 1 && html`<small>${languageName(lang, t.lang)}</small> `;
    return html`<p class=prose>${named}<span${langAttributes(t, lang)}>${left.map((stretch, place) =>
      shown(stretch, text, place === 0, stretch === last),
    )}${left.length < stretches.length && '…'}</span></p>`;
  })}`;
}

/** Which language a text was written in, where that is told otherwise than before. */
function originals(t: Translate, was: LangText, is: LangText): Html {
  if (was.original === is.original) return html``;
  return html`<p>${label(t, 'record.original')}<del>${languageName(was.original, t.lang)}</del> <ins>${languageName(is.original, t.lang)}</ins>`;
}

function shown({ kind, text }: Stretch, longest: number, first: boolean, last: boolean): Html {
  const start = text.length > longest ? `${text.slice(0, longest)} …` : text;
  if (kind === 'removed') return html`<del>${start}</del>`;
  if (kind === 'added') return html`<ins>${start}</ins>`;
  if (text.length <= 3 * context) return html`${text}`;
  return html`${first ? '' : text.slice(0, context)} … ${last ? '' : text.slice(-context)}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Entries are the same when all of them is the same; an entry that changed is one removed and one added. */
function listDifference(
  t: Translate,
  control: Control,
  before: readonly unknown[],
  after: readonly unknown[],
  { items }: Detail,
): Html {
  const [was, is] = [before, after].map((list) => new Set(list.map(canonicalJson)));
  const removed = before.filter((item) => is?.has(canonicalJson(item)) !== true);
  const added = after.filter((item) => was?.has(canonicalJson(item)) !== true);
  const kept = after.length - added.length;
  const left = Math.max(0, removed.length - items) + Math.max(0, added.length - items);
  if (removed.length + added.length === 0) return html`${t('compare.reordered')}`;
  const taken = removed.slice(0, items).map((item) => html`<li><del>${entry(t, control, item)}</del>`);
  const put = added.slice(0, items).map((item) => html`<li><ins>${entry(t, control, item)}</ins>`);
  return html`<ul>${taken}${put}</ul>${left > 0 && html`<p>${t('common.moreCount', { n: left })}`}${kept > 0 && html`<p class=soft>${t('compare.kept', { n: kept })}`}`;
}

function entry(t: Translate, control: Control, item: unknown): Html {
  // A source shown within its list carries its number as an anchor; here it would carry one twice. Its schema was passed.
  return control.shape === 'sources' ? source(t, item as SourceLink) : shownValue(t, control, [item]);
}
