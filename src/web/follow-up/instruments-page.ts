import type { InstrumentLine } from '../../operations/follow-up/instruments.ts';
import { formatDate } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { roundsPath } from '../rounds/addresses.ts';
import { statesBar, statesInWords } from './states-bar.ts';
import { boardPath, trackedLink } from './tracked-link.ts';

/** All instruments, the newest first: with how many of their measures stand how, or without any. */
export function instrumentsPage(
  t: Translate,
  lines: readonly InstrumentLine[],
  { asOf, today }: { readonly asOf: string; readonly today: string },
): PageParts {
  const title = t('board.title');
  const query = asOf === today ? '' : `?asOf=${asOf}`;
  const without = lines.filter(({ measures }) => measures === 0);
  return {
    title,
    description: t('board.lead'),
    path: `/follow-up${query}`,
    current: 'followUp',
    unlisted: query !== '',
    shows: [anyRecord],
    bodies: [
      () =>
        html`<h1>${title}</h1><p class=sum>${t('board.lead')}<form class=sort action="${pageAddress(t.lang, '/follow-up')}"><label for="asOf">${t('board.asOf')}</label> <input id="asOf" name="asOf" type=date value="${asOf}"> <button class="btn quiet">${t('board.show')}</button>${
          asOf !== today && html`<a href="${pageAddress(t.lang, '/follow-up')}">${t('board.backToToday')}</a>`
        }</form>${instrumentLines(
          t,
          lines.filter(({ measures }) => measures > 0),
          query,
        )}<p><a href="${pageAddress(t.lang, '/follow-up/bodies')}">${t('board.bodies')}</a> · <a href="${pageAddress(t.lang, roundsPath)}">${t('round.list.title')}</a>${
          without.length > 0 &&
          html`<h2>${t('board.without')}</h2><p>${joined(
            without.map(({ instrument }) => trackedLink(t, instrument)),
            ' · ',
          )}`
        }`,
    ],
  };
}

/** Instruments with a bar of states each; `query` narrows the boards to which they lead. */
export function instrumentLines(t: Translate, lines: readonly InstrumentLine[], query: string): Html {
  return html`<ul class="res calm">${lines.map(
    ({ instrument, measures, states, overdue }) =>
      html`<li><h2>${trackedLink(t, instrument, `${boardPath(instrument.recordId)}${query}`)}</h2><p class=soft>${
        instrument.tracked.on !== undefined && html`${formatDate(t.lang, instrument.tracked.on)} · `
      }${t('register.measure.count', { n: measures })}${overdue > 0 && ` · ${t('board.overdueCount', { n: overdue })}`}</p>${statesBar(states)}${statesInWords(t, states)}`,
  )}</ul>`;
}

/** A heading for records of a register, many of them. */
export function trackedHeading(t: Translate, register: string): Html {
  return html`<h2>${registerLabel(t, register, true)}</h2>`;
}
