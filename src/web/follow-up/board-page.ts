import { textIn } from '../../kernel/lang-text.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { choices } from '../pieces/chips.ts';
import { pager } from '../pieces/pager.ts';
import { boardChanges } from './board-changes.ts';
import { boardFilters } from './board-facets.ts';
import { boardGroups } from './board-groups.ts';
import { boardHead } from './board-head.ts';
import { measureTable } from './board-rows.ts';
import { addressWith, type BoardView, pathWith } from './board-view.ts';
import { timeKept } from './time-kept.ts';
import { timeLine } from './time-line.ts';
import { boardPath } from './tracked-link.ts';

/** Values of a facet, and measures with a date in the figure. */
interface Detail {
  readonly values: number;
  readonly timed: number;
}

const levels: readonly Detail[] = [
  { values: 8, timed: 24 },
  { values: 5, timed: 12 },
  { values: 3, timed: 6 },
];

/** Forms in which the whole board is taken away. */
const files = ['xlsx', 'csv'] as const;

/** The board of an instrument as of a day: measures by what they are and how they stand. */
export function boardPage(t: Translate, view: BoardView): PageParts {
  const { board, request } = view;
  const title = `${textIn(board.instrument.title, t.lang).text} · ${t('board.title')}`;
  const bare = pathWith(view) === boardPath(board.instrument.recordId);
  return {
    title: title.slice(0, 150),
    description: t('board.lead'),
    path: pathWith(view, { page: request.page }),
    current: 'followUp',
    unlisted: !bare || request.page > 1,
    otherForms: [{ type: 'text/csv', path: pathWith(view, {}, '.csv') }],
    shows: [anyRecord],
    bodies: levels.map((detail) => () => bodyOf(t, view, detail)),
  };
}

function bodyOf(t: Translate, view: BoardView, detail: Detail): Html {
  const { board, request } = view;
  const caption = registerLabel(t, board.rows[0]?.measure.register ?? '', true);
  return html`${boardHead(t, view)}<div class=cols>${boardFilters(t, view, detail.values)}<div>${boardGroups(t, view)}${boardChanges(t, view)}${
    board.total === 0
      ? html`<p class=note id=results>${t('board.none')}`
      : html`${measureTable(t, board.rows, caption)}${choices(
          t('download.label'),
          files.map((one) => ({
            name: t(`download.${one}`),
            href: pageAddress(t.lang, pathWith(view, {}, `.${one}`)),
          })),
        )}${pager(t, request.page, board.pages, (page) => addressWith(t, view, { page }))}`
  }${request.page === 1 && html`${timeLine(t, board.timed, board.asOf, detail.timed)}${timeKept(t, board)}`}</div></div>`;
}
