import { textIn } from '../../kernel/lang-text.ts';
import { boardFacets } from '../../operations/follow-up/board-lines.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { chips } from '../pieces/chips.ts';
import { filtersLink } from '../pieces/facets.ts';
import { roundsPath } from '../rounds/addresses.ts';
import { addressWith, type BoardView, pathWith, toggled } from './board-view.ts';
import { boardValueName } from './facet-names.ts';
import { reportPath } from './report-page.ts';
import { statesBar, statesInWords } from './states-bar.ts';
import { boardPath, trackedLink } from './tracked-link.ts';

/** Name, day, states as a bar, filters in force, and the ways to another day. */
export function boardHead(t: Translate, view: BoardView): Html {
  const { board, request } = view;
  const { filters } = request;
  const chosen = boardFacets.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  const states = Object.fromEntries(board.facets.state.map(({ value, count }) => [value, count]));
  return html`<p class=kind><b>${t('board.title')}</b><h1>${trackedLink(t, board.instrument)}</h1><div class=top><p class=sum>${t('board.asOfDate', { date: formatDate(t.lang, board.asOf) })} · ${t('board.ofAll', { n: board.total, all: board.measures })}</p>${filtersLink(t, chosen.length)}</div>${statesBar(statesOf(states))}${statesInWords(t, statesOf(states), (state) => addressWith(t, view, { filters: toggled(filters, 'state', state) }))}<div class=bar>${chips(
    t,
    chosen.map(({ facet, value }) => ({
      name: boardValueName(t, facet, value),
      without: addressWith(t, view, { filters: toggled(filters, facet, value) }),
    })),
    addressWith(t, view, { filters: {} }),
  )}</div>${dayForm(t, view)}<p class=sort><a href="${pageAddress(t.lang, `${roundsPath}?${new URLSearchParams({ instrument: board.instrument.recordId })}`)}">${t('round.list.title')}</a><a href="${pageAddress(t.lang, reportPath(board.instrument.recordId))}">${t('ministerial.title')}</a>`;
}

function statesOf(counts: Readonly<Record<string, number>>): Parameters<typeof statesBar>[0] {
  // The board counts every state, with 0 too.
  return counts as Parameters<typeof statesBar>[0];
}

function dayForm(t: Translate, view: BoardView): Html {
  const { board, request, today, lastMeeting } = view;
  const { asOf, since } = request;
  const ended = lastMeeting?.tracked.endedOn;
  return html`<form class=sort action="${pageAddress(t.lang, boardPath(board.instrument.recordId))}">${boardFacets.map(
    (facet) =>
      (request.filters[facet] ?? []).map((value) => html`<input type=hidden name=${facet} value="${value}">`),
  )}<label for="asOf">${t('board.asOf')}</label> <input id="asOf" name="asOf" type=date value="${asOf}"> <label for="since">${t('board.since')}</label> <input id="since" name="since" type=date value="${since}"> <button class="btn quiet">${t('board.show')}</button>${
    asOf !== today && html`<a href="${addressWith(t, view, { asOf: today })}">${t('board.backToToday')}</a>`
  }${
    lastMeeting !== undefined &&
    ended?.length === 10 &&
    html`<a href="${pageAddress(t.lang, pathWith(view, { since: ended }))}">${t('board.sinceMeeting', { meeting: textIn(lastMeeting.title, t.lang).text })}</a>`
  }</form>`;
}
