import type { AskedOf } from '../../operations/follow-up/asked-of.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { dueText } from '../pieces/values.ts';
import { instrumentLines, trackedHeading } from './instruments-page.ts';
import { trackedLink } from './tracked-link.ts';

const mostCommitments = 20;

/** What instruments ask of a country or a body, and what it took up; nothing where there is nothing. `query` leads to its part of each board. */
export function askedOfSection(t: Translate, { lines, commitments }: AskedOf, query: string): Html {
  if (lines.length + commitments.length === 0) return html``;
  const [first] = commitments;
  return html`<h2 id=follow-up>${t('board.promised')}</h2><p class=soft>${t('board.promisedHelp')}</p>${instrumentLines(t, lines, query)}${
    first !== undefined &&
    html`${trackedHeading(t, first.register)}<ul class=plain>${commitments
      .slice(0, mostCommitments)
      .map(
        (one) =>
          html`<li>${trackedLink(t, one)}${one.tracked.due !== undefined && html` <small>${dueText(t, one.tracked.due)}</small>`}`,
      )}</ul>${
      commitments.length > mostCommitments &&
      html`<p>${t('common.moreCount', { n: commitments.length - mostCommitments })}`
    }`
  }`;
}
