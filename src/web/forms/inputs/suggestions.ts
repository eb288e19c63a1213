import { isSuggestible, type Suggested, type SuggestedCode } from '../../../operations/suggest.ts';
import type { CodeList } from '../../../vocabulary/code-list.ts';
import { formatShare } from '../../../wording/format.ts';
import { comma } from '../../../wording/punctuation.ts';
import { type Html, html } from '../../html.ts';
import { idOf } from '../block.ts';
import type { Place, Showing } from '../input.ts';
import { optionLabel } from '../options.ts';
import { type TypedPart, textOf } from '../typed-part.ts';

/** Suggested codes stand in rows from here on, behind all that a list or its boxes can fill. */
const firstRow = 10_000;

/**
 * For fields of goals and sectors: a button that asks for suggestions from the text typed so far, and what was suggested,
 * each with its share and words, as boxes to tick. Nothing is ticked beforehand.
 */
export function suggestions(form: Showing, at: Place, list: CodeList, chosen: readonly string[]): Html {
  if (form.suggested === undefined || !isSuggestible(list.name)) return html``;
  const { t } = form;
  const suggested = form.suggested.get(at.name);
  const button = html`<button class=add name=suggest value="${at.name}" formnovalidate>${t('suggest.ask')}<span class=vh> ${at.label}</span></button>`;
  return html`${suggested !== undefined && found(form, at, list, { suggested, chosen })} ${button}`;
}

interface Found {
  readonly suggested: Suggested;
  readonly chosen: readonly string[];
}

function found(form: Showing, at: Place, list: CodeList, { suggested, chosen }: Found): Html {
  const { t } = form;
  const id = `${idOf(at.name)}:suggested`;
  const rows = suggested.codes.flatMap((one) =>
    [one.code, ...(one.narrower === undefined ? [] : [one.narrower])]
      .filter((code) => !chosen.includes(code))
      .map((code) => ({ code, one })),
  );
  const said = !suggested.sure ? t('suggest.unsure') : rows.length === 0 && t('suggest.allChosen');
  const boxes = rows.map(({ code, one }, i) => box(form, `${at.name}.${firstRow + i}`, { code, list, one }));
  return html`<div class=note id="${id}" role=group tabindex=-1 autofocus aria-label="${t('suggest.heading')}"><p><b>${t('suggest.heading')}</b></p>${
    said !== false ? html`<p>${said}</p>` : html`<p class=help>${t('suggest.help')}</p>${boxes}`
  }</div>`;
}

interface Box {
  readonly code: string;
  readonly list: CodeList;
  readonly one: SuggestedCode;
}

/** The reason stands with the wider code; the narrower one below it is of the same words. */
function box({ t }: Showing, name: string, { code, list, one }: Box): Html {
  const share = formatShare(t.lang, one.probability);
  const because =
    one.words.length === 0 ? share : t('suggest.because', { share, words: one.words.join(comma(t)) });
  const id = idOf(name);
  const reason = code === one.code && html`<p class=help id="${id}:help">${because}</p>`;
  return html`<div><label class=tick><input type=checkbox id="${id}" name="${name}" value="${code}"${reason && html` aria-describedby="${id}:help"`}>${optionLabel(list, code, t)}</label>${reason}</div>`;
}

/** A suggestion that was ticked in the list as well is taken once. */
export function withoutTakenTwice(
  rows: readonly (readonly [position: number, row: TypedPart])[],
): readonly (readonly [position: number, row: TypedPart])[] {
  const taken = new Set(rows.filter(([position]) => position < firstRow).map(([, row]) => textOf(row)));
  return rows.filter(([position, row]) => position < firstRow || !taken.has(textOf(row)));
}
