import type { CodeList } from '../../../vocabulary/code-list.ts';
import { type Html, html } from '../../html.ts';
import { attributesOf, group, idOf, isWrong, notesOf } from '../block.ts';
import { type Input, itself, type Place, type Showing } from '../input.ts';
import { fewOptions, type Option, optionLabel, optionsOf, select } from '../options.ts';
import { rowsOf, textOf } from '../typed-part.ts';
import { moreButton, rowsToShow } from './rows.ts';
import { suggestions, withoutTakenTwice } from './suggestions.ts';

/**
 * Several codes of a list. What is chosen stands as ticked boxes, in its order. Below, the rest: a short list, or the wide
 * codes of a long one where they are few, as boxes to tick; the others in a list to choose one more from.
 */
export function choicesInput(list: CodeList): Input {
  return {
    show: (form, at, value) =>
      group(form, at, 'f', [
        inside(form, at, list, codesIn(value)),
        suggestions(form, at, list, codesIn(value)),
      ]),
    read: (typed, reading, name) => {
      const rows = withoutTakenTwice(rowsOf(typed)).map(([, row]) => textOf(row));
      const codes = rows.filter((code) => code !== undefined);
      reading.emptyRows(typed.name, name, rows.length - codes.length, 1);
      return codes.length === 0 ? undefined : codes;
    },
    locate: (_, [position]) => (position === undefined ? itself : { name: [position], labels: [] }),
  };
}

function codesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function inside(form: Showing, at: Place, list: CodeList, chosen: readonly string[]): Html {
  const { t } = form;
  const options = optionsOf(list, t);
  const few = wideOf(options).length <= fewOptions;
  const left = options.filter(({ code }) => !chosen.includes(code));
  const boxes = few ? wideOf(left) : [];
  const others = few ? left.filter(({ parent }) => parent !== undefined) : left;
  return html`${chosen.map((code, i) => box(form, `${at.name}.${i}`, code, optionLabel(list, code, t), true))}${
    boxes.length > 0 &&
    html`<details><summary>${t('form.tick', { n: boxes.length })}</summary><div class=boxes>${boxes.map(
      ({ code, label }, i) => box(form, `${at.name}.${chosen.length + i}`, code, label, false),
    )}</div></details>`
  }${others.length > 0 && selects(form, at, others, chosen.length + boxes.length)}`;
}

/** The wide codes of a list: all of them where none is narrower. */
function wideOf(options: readonly Option[]): readonly Option[] {
  return options.filter(({ parent }) => parent === undefined);
}

function box(form: Showing, name: string, code: string, label: string, ticked: boolean): Html {
  const tick = html`<label class=tick><input type=checkbox${attributesOf(form, { name, label })} value="${code}"${ticked && html` checked`}>${label}</label>`;
  return html`<div${isWrong(form, name) && html` class=bad`}>${tick}${notesOf(form, name)}</div>`;
}

function selects(form: Showing, at: Place, options: readonly Option[], from: number): Html {
  const { t } = form;
  const rows = rowsToShow(form, at.name, 1);
  return html`${Array.from({ length: rows }, (_, i) => {
    const name = `${at.name}.${from + i}`;
    const focus = form.asked === at.name && i === rows - 1;
    const label = t('form.add', { what: at.label });
    return html`<label class=vh for="${idOf(name)}">${label}</label>${select(
      attributesOf(form, { name, label, focus }),
      label,
      options,
      undefined,
    )}`;
  })}${moreButton(form, at)}`;
}
