import type { Picture } from '../exchange/documents/document.ts';
import { familiesFor } from '../exchange/documents/fonts.ts';
import { type MeasureState, measureStates } from '../followup/entry.ts';
import { yearOf } from '../kernel/partial-date.ts';
import type { StatesOn } from '../operations/follow-up/report/report-figures.ts';
import { stateColours, type Teller } from './teller.ts';

const size = { width: 860, height: 330 } as const;
const plot = { top: 12, bottom: 240, left: 44, right: 850 } as const;

/** From the ground up: what is over first, silence on top. */
const order: readonly MeasureState[] = [
  'done',
  'doneLate',
  'superseded',
  'lapsed',
  'underWay',
  'disputed',
  'notStarted',
  'noInformation',
];

/** How many measures stood how at the end of each year: a column a year, from right to left in Arabic. */
export function statesChart(teller: Teller, history: readonly StatesOn[]): Picture {
  const { t } = teller;
  const shown = order.filter((state) => history.some(({ states }) => states[state] > 0));
  const most = Math.max(1, ...history.map(({ states }) => sum(states)));
  const [first, last] = [history.at(0), history.at(-1)];
  const told = shown
    .filter((state) => (last?.states[state] ?? 0) > 0)
    .map((state) => `${teller.stateName(state)} ${teller.number(last?.states[state] ?? 0)}`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="${familiesFor(t.lang).join(', ')}" font-size="12">${axis(teller, most)}${history.map((one, at) => column(one, at, history.length, most, t.lang)).join('')}${legend(teller, shown)}</svg>`;
  return {
    kind: 'picture',
    svg,
    ...size,
    caption: t('ministerial.chart'),
    alt: t('ministerial.chart.alt', {
      from: String(yearOf(first?.on ?? '0000')),
      to: String(yearOf(last?.on ?? '0000')),
      states: told.join('; '),
    }),
  };
}

function sum(states: StatesOn['states']): number {
  return measureStates.reduce((all, state) => all + states[state], 0);
}

/** Mirrored where the language runs from right to left. */
function across(x: number, lang: string): number {
  return lang === 'ar' ? size.width - x : x;
}

function axis({ t }: Teller, most: number): string {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000, 50_000].find((one) => most / one <= 6) ?? most;
  const lines: string[] = [];
  for (let value = 0; value <= most; value += step) {
    const y = heightOf(value, most);
    lines.push(
      `<path d="M${plot.left} ${y}H${plot.right}" transform="${t.lang === 'ar' ? `translate(${size.width} 0) scale(-1 1)` : ''}" stroke="#d9dbeb" stroke-width="1"/>`,
      `<text x="${across(plot.left - 8, t.lang)}" y="${y + 4}" text-anchor="${t.lang === 'ar' ? 'start' : 'end'}" fill="#55597d">${value}</text>`,
    );
  }
  return lines.join('');
}

function heightOf(value: number, most: number): number {
  return plot.bottom - (value / most) * (plot.bottom - plot.top);
}

function column({ on, states }: StatesOn, at: number, all: number, most: number, lang: string): string {
  const wide = (plot.right - plot.left) / all;
  const bar = Math.min(44, wide * 0.74);
  const middle = plot.left + wide * (at + 0.5);
  let below = 0;
  const pieces = order.flatMap((state) => {
    const count = states[state];
    if (count === 0) return [];
    const [bottom, top] = [heightOf(below, most), heightOf(below + count, most)];
    below += count;
    const x = lang === 'ar' ? size.width - middle - bar / 2 : middle - bar / 2;
    return `<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${bar.toFixed(1)}" height="${(bottom - top).toFixed(1)}" fill="${stateColours[state]}"${state === 'noInformation' ? ' stroke="#bdb8a6" stroke-width=".6"' : ''}/>`;
  });
  const everyYear = wide > 34 || at % 2 === 0;
  const year = everyYear
    ? `<text x="${across(middle, lang).toFixed(1)}" y="${plot.bottom + 18}" text-anchor="middle" fill="#1c1e33">${yearOf(on)}</text>`
    : '';
  return pieces.join('') + year;
}

/** Four to a line, in the order of the columns. */
function legend(teller: Teller, shown: readonly MeasureState[]): string {
  const { lang } = teller.t;
  return shown
    .map((state, at) => {
      const x = plot.left + (at % 4) * 202;
      const y = plot.bottom + 48 + Math.floor(at / 4) * 24;
      const box = lang === 'ar' ? size.width - x - 12 : x;
      const name = escaped(teller.stateName(state));
      return `<rect x="${box}" y="${y - 10}" width="12" height="12" rx="2" fill="${stateColours[state]}" stroke="#8d8a7c" stroke-width=".4"/><text x="${across(x + 20, lang)}" y="${y}" text-anchor="${lang === 'ar' ? 'end' : 'start'}" fill="#1c1e33">${name}</text>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
