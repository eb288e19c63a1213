import { type BoardFacet, boardFacets } from '../../operations/follow-up/board-lines.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import type { Html } from '../html.ts';
import { type FacetGroup, facetForm } from '../pieces/facets.ts';
import { addressWith, type BoardView } from './board-view.ts';
import { boardValueName } from './facet-names.ts';
import { boardPath } from './tracked-link.ts';

const open: ReadonlySet<BoardFacet> = new Set(['state', 'due', 'theme']);

/** The facets beside the list, `most` values each; all of one stand in the count by it. */
export function boardFilters(t: Translate, view: BoardView, most: number): Html {
  const { board, request, today } = view;
  const carried = {
    ...(request.asOf === today ? {} : { asOf: request.asOf }),
    ...(request.since === undefined ? {} : { since: request.since }),
    ...(request.by === undefined ? {} : { by: request.by }),
  };
  const groups = boardFacets.flatMap((facet): FacetGroup[] => {
    const chosen = request.filters[facet] ?? [];
    const counts = board.facets[facet];
    const shown = counts.filter(
      ({ value, count }, place) => (place < most && count > 0) || chosen.includes(value),
    );
    const absent = chosen.filter((value) => !counts.some((one) => one.value === value));
    const options = [...shown, ...absent.map((value) => ({ value, count: 0 }))];
    if (options.length === 0) return [];
    return [
      {
        name: facet,
        label: t(`board.facet.${facet}`),
        open: open.has(facet) || chosen.length > 0,
        options: options.map(({ value, count }) => ({
          value,
          count,
          name: boardValueName(t, facet, value),
          chosen: chosen.includes(value),
        })),
        ...(counts.filter(({ count }) => count > 0).length > shown.length
          ? { all: addressWith(t, view, { by: facet }) }
          : {}),
      },
    ];
  });
  return facetForm(t, pageAddress(t.lang, boardPath(board.instrument.recordId)), groups, carried);
}
