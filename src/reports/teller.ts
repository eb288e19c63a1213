import type { Block, Line, Run, Table } from '../exchange/documents/document.ts';
import type { MeasureState } from '../followup/entry.ts';
import { type LangText, textIn } from '../kernel/lang-text.ts';
import type { Tracked } from '../operations/ports/tracking.ts';
import { bodyName } from '../vocabulary/body-names.ts';
import { countryName } from '../vocabulary/countries.ts';
import { progressStates } from '../vocabulary/progress-states.ts';
import { formatDate, formatNumber, listOf } from '../wording/format.ts';
import type { MessageKey, Translate } from '../wording/messages.ts';
import { markedLabel } from '../wording/reserved.ts';

/** The colour of each state, in charts and before its name. */
export const stateColours: Readonly<Record<MeasureState, string>> = {
  notStarted: '#b9bdd6',
  underWay: '#3f6fd8',
  done: '#147a52',
  doneLate: '#8cc9a1',
  lapsed: '#8a5a44',
  superseded: '#74789c',
  noInformation: '#e6e3da',
  disputed: '#d9480f',
};

/** How things are written in a report of one language. */
export class Teller {
  readonly t: Translate;

  constructor(t: Translate) {
    this.t = t;
  }

  number(value: number): string {
    return formatNumber(this.t.lang, value);
  }

  /** A share, 0 to 1, as whole percent. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.t.lang === 'ar' ? 'ar-u-nu-latn' : this.t.lang, {
      style: 'percent',
      maximumFractionDigits: 1,
    }).format(share);
  }

  day(date: string): string {
    return formatDate(this.t.lang, date);
  }

  /** With the marks of countries that have reservations about the label. */
  stateName(state: MeasureState): string {
    const name = this.t(`measureState.${state}`);
    return progressStates.entries.has(state) ? markedLabel(this.t, progressStates.name, state, name) : name;
  }

  state(state: MeasureState): Run {
    return { text: this.stateName(state), dot: stateColours[state] };
  }

  country(code: string): string {
    return countryName(code, this.t.lang);
  }

  countries(codes: readonly string[]): string {
    return listOf(
      this.t.lang,
      codes.map((code) => this.country(code)),
    );
  }

  /** In the language of the report where the text stands in it; else openly in its own. */
  text(text: LangText): Run {
    const { text: said, lang, asked } = textIn(text, this.t.lang);
    return asked ? { text: said } : { text: said, lang };
  }

  /** Who is to act, in the language of the report where the name is known in it; else as it was written. */
  body(written: string): Run {
    const name = bodyName(written, this.t.lang);
    return name === undefined ? { text: written, lang: 'und' } : { text: name };
  }

  measure({ tracked, title }: Tracked): Line {
    const { number } = tracked;
    return [
      ...(number === undefined ? [] : [{ text: `${number} `, strong: true as const }]),
      this.text(title),
    ];
  }

  heading(text: string, level: 1 | 2 = 1, pageBreak = false): Block {
    return { kind: 'heading', level, text, ...(pageBreak ? { pageBreak: true as const } : {}) };
  }

  words(key: MessageKey, values?: Parameters<Translate>[1]): Block {
    return { kind: 'paragraph', line: [{ text: this.t(key, values) }] };
  }

  /** A list under its heading; an empty one says so. */
  listed(heading: string, items: readonly Line[]): readonly Block[] {
    const title = this.heading(items.length === 0 ? heading : `${heading} (${this.number(items.length)})`, 2);
    return [title, items.length === 0 ? this.words('ministerial.none') : { kind: 'list', items }];
  }

  table(
    caption: string,
    columns: readonly { readonly head: string; readonly width: number; readonly numeric?: true }[],
    rows: Table['rows'],
  ): Table {
    return {
      kind: 'table',
      caption,
      head: columns.map(({ head }) => [{ text: head }]),
      widths: columns.map(({ width }) => width),
      numeric: columns.flatMap(({ numeric }, at) => (numeric === true ? [at] : [])),
      rows,
    };
  }

  cell(text: string | number): Line {
    return [{ text: typeof text === 'number' ? this.number(text) : text }];
  }
}
