import { type MeasureState, measureStates } from '../../followup/entry.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { stateColours, stateMark } from './state-mark.ts';

type States = Readonly<Record<MeasureState, number>>;

/** The states of measures as parts of one bar; the numbers stand beside it in words. */
export function statesBar(states: States): Html {
  const total = measureStates.reduce((sum, state) => sum + states[state], 0);
  let from = 0;
  const parts = measureStates.flatMap((state) => {
    if (states[state] === 0) return [];
    const width = (states[state] / total) * 100;
    const part = html`<rect x="${round(from)}" width="${round(Math.max(0.1, width - 0.3))}" height=8 fill="${stateColours[state]}"/>`;
    from += width;
    return [part];
  });
  return html`<svg width="100%" height=10 viewBox="0 0 100 8" preserveAspectRatio=none aria-hidden=true>${parts}</svg>`;
}

/** How many stand how, each state that occurs, in the order in which states are declared. */
export function statesInWords(t: Translate, states: States, hrefOf?: (state: MeasureState) => string): Html {
  return html`<p class=sort>${measureStates
    .filter((state) => states[state] > 0)
    .map((state) => {
      const said = html`${stateMark(t, state)} <b>${formatNumber(t.lang, states[state])}</b>`;
      return hrefOf === undefined ? html`<span>${said}</span>` : html`<a href="${hrefOf(state)}">${said}</a>`;
    })}</p>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
