import { measureStates } from '../../followup/entry.ts';
import { type BoardFacet, boardFacets } from '../../operations/follow-up/board-lines.ts';
import type { BoardGroup } from '../../operations/follow-up/count-lines.ts';
import { formatNumber, formatShare } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { choices } from '../pieces/chips.ts';
import { addressWith, type BoardView } from './board-view.ts';
import { boardValueName } from './facet-names.ts';

/** Rows of the table; who wants all of thousands takes the file. */
const mostRows = 60;

/** The measures counted by one facet and by state, each number leading to its measures; the choice of the facet. */
export function boardGroups(t: Translate, view: BoardView): Html {
  const { board, request } = view;
  const { groups, facets } = board;
  const offered = boardFacets.filter((facet) => facet !== 'state' && facets[facet].length > 1);
  const links = offered.map((facet) => ({
    name: t(`board.facet.${facet}`),
    href: addressWith(t, view, { by: facet }),
    current: request.by === facet,
  }));
  const ways = choices(t('board.by'), links);
  const { by } = request;
  if (groups === undefined || by === undefined) return ways;
  const states = measureStates.filter((state) => groups.some((group) => group.states[state] > 0));
  const cell = (count: number, value: string, state?: string): Html =>
    count === 0
      ? html`<td class=num>–`
      : html`<td class=num><a href="${addressWith(t, view, {
          filters: { ...request.filters, [by]: [value], ...(state === undefined ? {} : { state: [state] }) },
          by: undefined,
        })}">${formatNumber(t.lang, count)}</a>`;
  return html`${ways}<p class=soft>${t('board.byHelp')}</p><div class=scroll tabindex=0 role=region aria-label="${t(`board.facet.${by}`)}"><table><thead><tr><th scope=col>${t(`board.facet.${by}`)}${states.map((state) => html`<th scope=col class=num>${t(`measureState.${state}`)}`)}<th scope=col class=num>${t('board.total')}<tbody>${groups
    .slice(0, mostRows)
    .map(
      ({ value, count, states: counts }) =>
        html`<tr><th scope=row>${name(t, by, value)}${states.map((state) => cell(counts[state], value, state))}${cell(count, value)}`,
    )}</table></div>${
    groups.length > mostRows && html`<p>${t('common.moreCount', { n: groups.length - mostRows })}`
  }${timeTable(t, by, groups)}`;
}

/** How each group kept to time, every figure with what it is counted over; none stands before another for keeping it better. */
function timeTable(t: Translate, by: BoardFacet, groups: readonly BoardGroup[]): Html {
  const told = groups.filter(({ timeliness: { due }, watched }) => due + watched.completed > 0);
  if (told.length === 0) return html``;
  const whole = (n: number) => formatNumber(t.lang, n);
  const title = `${t('board.statistics')} · ${t(`board.facet.${by}`)}`;
  return html`<details><summary>${title}</summary><div class=scroll tabindex=0 role=region aria-label="${title}"><table><thead><tr><th scope=col>${t(`board.facet.${by}`)}${(
    ['due', 'onTimeShare', 'medianDays', 'completedOf', 'halfAfter'] as const
  ).map((name) => html`<th scope=col class=num>${t(`board.time.${name}`)}`)}<tbody>${told
    .slice(0, mostRows)
    .map(
      ({ value, timeliness: { due, onTime, onTimeShare, medianDelay }, watched, medianDays }) =>
        html`<tr><th scope=row>${name(t, by, value)}<td class=num>${whole(due)}<td class=num>${
          onTimeShare === undefined ? '–' : `${formatShare(t.lang, onTimeShare)} (${whole(onTime)})`
        }<td class=num>${medianDelay === undefined ? '–' : whole(medianDelay)}<td class=num>${whole(watched.completed)} / ${whole(watched.all)}<td class=num>${
          medianDays === undefined ? '–' : whole(Math.round(medianDays / 36.525) / 10)
        }`,
    )}</table></div><p class=soft>${t('board.time.help')}</p></details>`;
}

function name(t: Translate, facet: BoardFacet, value: string): Html {
  return html`<bdi>${boardValueName(t, facet, value)}</bdi>`;
}
