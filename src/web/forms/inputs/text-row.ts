import { directionOf, type LanguageTag } from '../../../kernel/language-tag.ts';
import { type Html, html } from '../../html.ts';
import { attributesOf, helpOf, idOf, isWrong, labelOf, notesOf } from '../block.ts';
import type { Place, Showing } from '../input.ts';
import { allLanguages, languageLabel, nearLanguages } from '../language-options.ts';
import { area } from './line-input.ts';
import { moreButton } from './rows.ts';

/** A text in one or more languages, as far as it is one. */
export interface Texts {
  readonly original: string | undefined;
  readonly texts: readonly (readonly [LanguageTag, string])[];
}

/** One language of a text. */
export interface TextRow {
  readonly row: readonly [LanguageTag, string];
  /** How many lines the text usually has. */
  readonly lines: number;
  readonly position: number;
  readonly rows: number;
  /** Still empty: every language can be chosen for it where others stand beside it. */
  readonly fresh: boolean;
  readonly texts: Texts;
}

/**
 * Marks a second text for which the same language was chosen (`fr-`): no language tag, so that the check refuses it and
 * it comes back.
 */
export const secondText = /-+$/;

/** The language behind the mark of a second text. */
export function languageWithin(tag: LanguageTag): LanguageTag {
  return tag.replace(secondText, '');
}

/** Letters of a text that one row of an area takes, on the widest page. */
const lettersInARow = 70;
const mostRows = 18;

export function textRow(form: Showing, at: Place, options: TextRow): Html {
  const { t } = form;
  const { row, lines, position, rows, texts } = options;
  const [tag, text] = row;
  const language = languageWithin(tag);
  const name = `${at.name}.${tag}`;
  const here: Place = {
    name,
    label:
      rows === 1 ? at.label : t('form.inLanguage', { what: at.label, language: languageLabel(t, language) }),
    needed: position === 0 && at.needed,
    focus: form.asked === at.name ? position === rows - 1 : position === 0 && at.focus,
  };
  const about = position === 0 && [helpOf(at), notesOf(form, at.name)];
  const attributes = html`${attributesOf(form, here, at)} lang="${language}" dir=${directionOf(language)}`;
  const element =
    lines > 1 || text.includes('\n')
      ? area(attributes, text, Math.min(mostRows, Math.max(lines, Math.ceil(text.length / lettersInARow))))
      : html`<input${attributes} value="${text}">`;
  return html`<div class="text${isWrong(form, name) && ' bad'}"><label for="${idOf(name)}">${labelOf(form, here)}</label>${about}${notesOf(form, name)}${element}<div class=tongue>${languageSelect(form, here, options)}${
    rows > 1 &&
    html`<label class=tick><input type=radio name="${at.name}.original" value="${tag}"${tag === texts.original && html` checked`}>${t('form.original')}</label>`
  }${position === rows - 1 && (at.inRow !== true || texts.texts.length > 0) && moreButton(form, at, t('form.anotherLanguage'))}</div></div>`;
}

function languageSelect({ t }: Showing, here: Place, { row: [tag], fresh, rows, texts }: TextRow): Html {
  const name = `${here.name}.lang`;
  const present = texts.texts.map(([one]) => one).filter((one) => !secondText.test(one));
  const options = fresh && rows > 1 ? allLanguages(t, present) : nearLanguages(t, present);
  const unknown = options.every(({ code }) => code !== tag);
  return html`<label class=vh for="${idOf(name)}">${t('form.languageOf', { what: here.label })}</label><select id="${idOf(name)}" name="${name}">${
    unknown && html`<option value="${tag}" selected>${t('form.chooseLanguage')}`
  }${options.map(
    ({ code, label }) => html`<option value="${code}"${code === tag && html` selected`}>${label}`,
  )}</select>`;
}
