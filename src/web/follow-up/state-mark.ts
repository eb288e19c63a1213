import type { MeasureState } from '../../followup/entry.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, markup } from '../html.ts';

/** Each state has a colour of its own and a shape of its own: who sees no colours still tells them apart. */
export const stateColours: Readonly<Record<MeasureState, string>> = {
  notStarted: 'var(--soft)',
  underWay: 'var(--indigo)',
  done: 'var(--leaf)',
  doneLate: 'var(--arc)',
  lapsed: 'var(--clay)',
  superseded: 'var(--plum)',
  noInformation: 'var(--bar)',
  disputed: 'var(--ink)',
};

const ring = '<circle cx=6 cy=6 r=5 ';
const shapes: Readonly<Record<MeasureState, string>> = {
  notStarted: `${ring}fill=none stroke=var(--soft) stroke-width=2 />`,
  underWay: `${ring}fill=none stroke=var(--indigo) stroke-width=2 /><path d="M6 1a5 5 0 0 1 0 10z" fill=var(--indigo) />`,
  done: `${ring}fill=var(--leaf) /><path d="M3 6l2 2 4-4" fill=none stroke=var(--paper) stroke-width=2 />`,
  doneLate: `${ring}fill=var(--arc) /><path d="M6 3v3h3" fill=none stroke=var(--paper) stroke-width=2 />`,
  lapsed: '<path d="M2 2l8 8M10 2l-8 8" stroke=var(--clay) stroke-width=3 />',
  superseded: '<path d="M1 6h6M5 2l5 4-5 4z" fill=var(--plum) stroke=var(--plum) stroke-width=2 />',
  noInformation: `${ring}fill=none stroke=var(--soft) stroke-width=2 stroke-dasharray="2 2"/>`,
  disputed:
    '<path d="M6 0l6 12H0z" fill=var(--ink) /><path d="M6 4v4M6 9v2" stroke=var(--paper) stroke-width=2 />',
};

/** The state as shape, colour and word. */
export function stateMark(t: Translate, state: MeasureState): Html {
  return html`<svg width=12 height=12 viewBox="0 0 12 12" aria-hidden=true>${markup(shapes[state])}</svg> ${t(`measureState.${state}`)}`;
}
