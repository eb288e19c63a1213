import { formatNumber } from '../../../wording/format.ts';
import type { MessageKey } from '../../../wording/messages.ts';
import { type Html, html } from '../../html.ts';
import { group } from '../block.ts';
import { type Input, itself, type Place, type Reading, type Showing } from '../input.ts';
import { partOf, rowsOf, type TypedPart, textOf } from '../typed-part.ts';
import { locatePart, type Part, readParts, showParts, under } from './parts-input.ts';
import { moreButton, rowsToShow } from './rows.ts';

/** Rows from which on long lists of choices in each of them are too much for an old phone. */
const crowd = 12;

/**
 * Things with parts, a row for each and one more that is empty. A row whose inputs are emptied, or that is ticked off, is
 * gone. `lacks`: what to do where a row holds something, but not what it is about.
 */
export function listInput(parts: readonly Part[], lacks?: MessageKey): Input {
  return {
    show: (form, at, value) => {
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      const rows = items.length + rowsToShow(form, at.name, 1);
      const all = Array.from({ length: rows }, (_, i) =>
        shownRow(form, at, parts, { item: items[i], position: i, rows, filled: i < items.length }),
      );
      return group(form, at, 'list', [all, moreButton(form, at)]);
    },
    read: (typed, reading, name) => readRows(parts, typed, reading, name),
    locate: (t, [position, ...rest]) => {
      if (position === undefined || !/^\d+$/.test(position)) return itself;
      const located = under(position, formatNumber(t.lang, Number(position) + 1), locatePart(t, parts, rest));
      return rest.length > 0 || lacks === undefined ? located : { ...located, lacks: t(lacks) };
    },
  };
}

interface Row {
  readonly item: unknown;
  readonly position: number;
  readonly rows: number;
  readonly filled: boolean;
}

function shownRow(form: Showing, at: Place, parts: readonly Part[], row: Row): Html {
  const { t } = form;
  const n = row.position + 1;
  const here: Place = {
    name: `${at.name}.${row.position}`,
    label: row.filled ? t('form.entry', { n }) : t('form.newEntry'),
    crowded: row.rows > crowd,
    focus: form.asked === at.name && n === row.rows,
  };
  const remove = html`<label class=tick><input type=checkbox name="${here.name}.remove" value=1>${t('form.remove')}<span class=vh> ${n}</span></label>`;
  return group(form, here, 'row', [showParts(form, here, parts, row.item), row.filled && remove]);
}

/** The rows of a list that came back. */
export interface CameBack {
  readonly filled: readonly Positioned[];
  /** They follow the filled ones from now on. */
  readonly empty: readonly Positioned[];
  /** Positions of rows that were ticked off. */
  readonly gone: ReadonlySet<number>;
}

export function rowsInOrder(parts: readonly Part[], typed: TypedPart): CameBack {
  const isGone = ([, row]: Positioned) => textOf(partOf(row, 'remove')) !== undefined;
  const isFilled = ([, row]: Positioned) => readParts(parts, row, blind, '') !== undefined;
  const all = rowsOf(typed);
  const kept = all.filter((row) => !isGone(row));
  return {
    filled: kept.filter(isFilled),
    empty: kept.filter((row) => !isFilled(row)),
    gone: new Set(all.filter(isGone).map(([position]) => position)),
  };
}

export type Positioned = readonly [position: number, row: TypedPart];

/** Reads only to see whether there is anything. */
const blind: Reading = { asked: undefined, sourceNow: (position) => position, emptyRows: () => {} };

function readRows(parts: readonly Part[], typed: TypedPart, reading: Reading, name: string): unknown {
  const { filled, empty } = rowsInOrder(parts, typed);
  const values = [...filled, ...empty].map(([, row], i) => readParts(parts, row, reading, `${name}.${i}`));
  reading.emptyRows(typed.name, name, empty.length, 1);
  // A row may hold nothing but a pointer to a source that was taken out.
  const items = values.slice(0, filled.length).filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items;
}
