import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { afterEvent, afterRevision } from '../../lifecycle/fold-state.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { unborn } from '../../lifecycle/state.ts';
import type { RecordLog } from '../ports.ts';
import type { CheckedRow } from './checked-row.ts';
import { mergeValues } from './merge-values.ts';
import type { Taken } from './take-row.ts';

/** That a country speaks for a record itself: what sources say of it is set aside. */
export interface CountryWord {
  readonly country: string;
  /** Day of the first revision or step with which it made the record its own, `YYYY-MM-DD`. */
  readonly since: string;
  /** What sources said of the record last, in force or set aside. */
  readonly lastSaid?: Revision;
}

/** Of these records, those that a country has made its own. Reads the life of each: ask for few. */
export async function countryWords(
  log: RecordLog,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, CountryWord>> {
  const words = new Map<RecordId, CountryWord>();
  for (const id of ids) {
    const word = await countryWord(log, id);
    if (word !== undefined) words.set(id, word);
  }
  return words;
}

async function countryWord(log: RecordLog, id: RecordId): Promise<CountryWord | undefined> {
  let state = unborn;
  let since: string | undefined;
  let lastSaid: Revision | undefined;
  for (const entry of await log.history(id)) {
    if (entry.kind !== 'revision' && entry.kind !== 'event') continue;
    const { at } = entry.kind === 'revision' ? entry.revision : entry.event;
    if (entry.kind === 'event') state = afterEvent(state, entry.event);
    else state = afterRevision(state, entry.revision);
    if (entry.kind === 'revision' && entry.revision.origin.standing === 'thirdParty')
      lastSaid = entry.revision;
    if (state.owner !== undefined) since ??= at.slice(0, 10);
  }
  if (state.owner === undefined || since === undefined) return undefined;
  return { country: state.owner, since, ...(lastSaid === undefined ? {} : { lastSaid }) };
}

/**
 * What becomes of a row that would update a record of a country: it is written beside the country's word and waits for
 * a look, unless its source has said all of it before.
 */
export function besideWord(row: CheckedRow, taken: Taken, { country, since, lastSaid }: CountryWord): Taken {
  const { recordId, entries } = taken;
  if (lastSaid !== undefined && recordId !== undefined) {
    const said = mergeValues(lastSaid.values, row.checked.values);
    if (canonicalJson(said) === canonicalJson(lastSaid.values)) {
      return { outcome: 'unchanged', recordId, entries: [], findings: taken.findings };
    }
  }
  const finding = { severity: 'note', path: '', code: 'setAside', params: { country, since } } as const;
  return { ...taken, outcome: 'setAside', entries, findings: [...taken.findings, finding] };
}
