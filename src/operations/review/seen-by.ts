import { type LangText, langText } from '../../kernel/lang-text.ts';
import { unknownLanguage } from '../../kernel/language-tag.ts';
import type { Actor } from '../../policy/actor.ts';
import { present } from '../../policy/present.ts';
import { viewOf, visibleState } from '../../policy/viewer.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { House } from '../house.ts';
import { factsOn } from '../internal/facts-of.ts';
import type { BoardRecord } from '../ports/board.ts';

/**
 * Records of the board as a post may know them: whoever is not of the side that writes a record reads the title in
 * force, not the one of a draft, and nothing of the work. A record of which the post may know nothing keeps its id
 * alone.
 */
export async function seenBy(
  house: House,
  actor: Actor,
  records: readonly BoardRecord[],
): Promise<ReadonlyMap<string, BoardRecord>> {
  const views = new Map(records.map((record) => [record.recordId, viewOf(actor, factsOn(record))]));
  const others = records.filter(
    ({ recordId, state }) => views.get(recordId)?.work === false && state.draft !== undefined,
  );
  const titles = await titlesInForce(house, others);
  return new Map(
    records.map((record) => {
      const { recordId, state } = record;
      const view = views.get(recordId);
      if (view === undefined || view.work) return [recordId, record];
      const hidden = state.draft !== undefined || state.inForce === undefined;
      const title = hidden ? (titles.get(recordId) ?? langText(unknownLanguage, recordId)) : record.title;
      return [recordId, { ...record, title, state: visibleState(state, view) }];
    }),
  );
}

async function titlesInForce(
  house: House,
  records: readonly BoardRecord[],
): Promise<ReadonlyMap<string, LangText>> {
  const wanted = records.flatMap(({ recordId: id, state: { inForce } }) =>
    inForce === undefined ? [] : [{ id, number: inForce }],
  );
  if (wanted.length === 0) return new Map();
  const revisions = await house.log.revisions(wanted);
  return new Map(
    records.flatMap(({ recordId, register, state }) => {
      const revision = revisions.get(recordId);
      if (revision === undefined) return [];
      const declared = getRegister(register);
      const { values } = present(declared, revision, state, 'everybody', house.board.reservations());
      // A register's title is a text field, checked by its schema when the revision came in.
      return [[recordId, values[declared.title] as LangText]];
    }),
  );
}
