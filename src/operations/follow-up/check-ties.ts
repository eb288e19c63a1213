import type { Finding } from '../../kernel/finding.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { isBefore, lastDayOf } from '../../kernel/partial-date.ts';
import type { Post } from '../../lifecycle/post.ts';
import { fieldsMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import type { House } from '../house.ts';
import type { TrackedFacts } from '../ports/tracking.ts';
import { findCycle } from './depends-on-itself.ts';
import { findRound, isOpenRound, mayAnswer } from './report-round.ts';

/** Something of follow-up that is to be written, and by whom. */
export interface Tied {
  readonly id: RecordId;
  readonly register: Register;
  readonly facts: TrackedFacts | undefined;
  /** The post that speaks for its country; absent for third parties. */
  readonly party?: Post | undefined;
  /** It was the country's word before: what was said in time may be put right later. */
  readonly released: boolean;
}

/**
 * What is wrong with a record of follow-up as the records that it names stand: a report for a round that is closed or
 * did not ask for it, a measure due before its instrument, a round that asks nobody or for what its instrument does not
 * say. The board must have followed the log.
 */
export function checkTies(house: Pick<House, 'board'>, tied: Tied): readonly Finding[] {
  if (tied.facts === undefined) return [];
  switch (tied.facts.role) {
    case 'report':
      return [
        ...checkReportDate(house, tied, tied.facts),
        ...(tied.facts.round === undefined ? [] : checkReport(house, tied, tied.facts.round)),
      ];
    case 'measure':
      return [...checkMeasure(house, tied, tied.facts), ...checkPlace(house, tied, tied.facts)];
    case 'round':
      return checkRound(house, tied, tied.facts);
    default:
      return [];
  }
}

function checkReport(house: Pick<House, 'board'>, tied: Tied, id: string): readonly Finding[] {
  const { facts, party, released } = tied;
  const round = findRound(house, id);
  if (round === undefined) return [wrong(tied, 'round', 'unknownRound', { got: id })];
  const findings: Finding[] = [];
  if (!isOpenRound(round) && !released) {
    findings.push(wrong(tied, 'round', 'roundClosed', { got: id, right: round.closedOn ?? '' }));
  }
  if (party === undefined || !mayAnswer(round, party)) {
    findings.push(
      wrong(tied, 'round', 'notAddressed', {
        got: party?.country ?? party?.id ?? '',
        right: round.countries.join(', '),
      }),
    );
  }
  const [measure = ''] = facts?.measures ?? [];
  if (!round.measures.some(({ recordId }) => recordId === measure)) {
    findings.push(wrong(tied, 'measure', 'notInRound', { got: measure }));
  }
  return findings;
}

function checkMeasure(
  { board }: Pick<House, 'board'>,
  tied: Tied,
  { due, instrument }: TrackedFacts,
): readonly Finding[] {
  const adopted = instrument === undefined ? undefined : board.tracking.find(instrument)?.tracked.on;
  if (due?.date === undefined || adopted === undefined || !isBefore(due.date, adopted)) return [];
  const { path, ...rest } = wrong(tied, 'due', 'dueBeforeInstrument', { got: due.date, right: adopted });
  return [{ ...rest, path: `${path}.date` }];
}

/** Among the other measures of its instrument: its number is its own, and it waits for none that waits for it. */
function checkPlace(
  { board: { tracking } }: Pick<House, 'board'>,
  tied: Tied,
  { instrument, number, dependsOn = [] }: TrackedFacts,
): readonly Finding[] {
  const findings: Finding[] = [];
  const others = instrument === undefined || number === undefined ? [] : tracking.measuresOf(instrument);
  const same = others.find(({ recordId, tracked }) => recordId !== tied.id && tracked.number === number);
  if (same !== undefined && number !== undefined)
    findings.push(wrong(tied, 'number', 'numberTwice', { got: number, other: same.recordId }));
  const cycle = findCycle(tracking, tied.id, dependsOn);
  if (cycle !== undefined)
    findings.push(wrong(tied, 'dependsOn', 'dependsOnItself', { got: cycle.join(' → ') }));
  return findings;
}

/** A country reports what it did for an instrument that was there; a third party may tell of a time before, as a baseline. */
function checkReportDate(
  { board: { tracking } }: Pick<House, 'board'>,
  tied: Tied,
  { on, measures: [measure = ''] = [] }: TrackedFacts,
): readonly Finding[] {
  if (tied.party === undefined || on === undefined) return [];
  const instrument = tracking.find(measure)?.tracked.instrument ?? '';
  const adopted = tracking.find(instrument)?.tracked.on;
  if (adopted === undefined || !isBefore(on, adopted)) return [];
  return [wrong(tied, 'on', 'reportBeforeInstrument', { got: on, right: adopted })];
}

function checkRound({ board }: Pick<House, 'board'>, tied: Tied, facts: TrackedFacts): readonly Finding[] {
  const { instrument = '', measures = [], asked = [], askedPosts = [], on, deadline } = facts;
  const findings: Finding[] = [];
  const known = new Set(board.tracking.measuresOf(instrument).map(({ recordId }) => recordId));
  if (known.size === 0) findings.push(wrong(tied, 'instrument', 'noMeasures', { got: instrument }));
  else {
    const strange = measures.filter((one) => !known.has(one));
    if (strange.length > 0)
      findings.push(wrong(tied, 'measure', 'notInInstrument', { got: strange.join(', ') }));
  }
  if (asked.length + askedPosts.length === 0) findings.push(wrong(tied, 'asked', 'missing', {}));
  const unknown = askedPosts.filter((id) => board.posts().get(id)?.country === undefined);
  if (unknown.length > 0) findings.push(wrong(tied, 'askedPost', 'unknownPost', { got: unknown.join(', ') }));
  if (on !== undefined && deadline !== undefined && lastDayOf(deadline) < lastDayOf(on))
    findings.push(wrong(tied, 'deadline', 'endBeforeStart', {}));
  return findings;
}

function wrong(
  { register }: Tied,
  meaning: string,
  code: Finding['code'],
  params: Finding['params'],
): Finding {
  const [path = ''] = fieldsMeaning(register, `followup:${meaning}`);
  return { severity: 'error', path, code, params };
}
