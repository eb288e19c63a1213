import type { Board, BoardRecord } from '../ports/board.ts';

/** The needs to which these records are answers that still wait or are agreed: what becomes of them concerns who answered. */
export function needsAnswered(board: Board, records: readonly BoardRecord[]): readonly BoardRecord[] {
  const ids = records.flatMap(({ request, state }) => {
    const over = state.withdrawn !== undefined || state.archived !== undefined;
    const declined = Object.values(state.answers).some((answer) => answer.state === 'declined');
    return request?.role !== 'match' || request.of === undefined || over || declined ? [] : [request.of];
  });
  return ids.length === 0 ? [] : [...board.records([...new Set(ids)]).values()];
}
