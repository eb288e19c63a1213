import type { Incoming, InputFile, ReadItem } from '../../exchange/incoming.ts';
import { readFile } from '../../exchange/read-file.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../policy/actor.ts';
import { type House, today } from '../house.ts';
import { Refused } from '../refused.ts';
import { release } from '../review/release.ts';
import { submit } from '../review/submit.ts';
import { revise } from '../revise.ts';
import { type AnswerLine, type AnswerSheet, answerSheet, type TitleOf } from './answer-sheet.ts';

/** What became of one row, or of one measure that was ticked. */
export interface AnswerTaken {
  /** Where it stands in the file, or the number of the measure. */
  readonly place: string;
  readonly verdict: 'written' | 'same' | 'empty' | 'refused';
  readonly measure?: AnswerLine['measure'];
  readonly findings: readonly Finding[];
  /** Why it was refused as a whole. */
  readonly fault?: Fault;
}

/** Most rows of one file: a hundred times what an office reports in a round. */
const mostRows = 5_000;

/**
 * Takes a filled workbook or table as drafts of the post's country: each row is the report on one measure. A row without
 * a date says of no day how things stand, and is left as not answered. A bad row does not keep the others out.
 * @throws Fault as `answerSheet` and `readFile`; `fileTooLarge` past 5,000 rows.
 */
export async function takeAnswers(
  house: House,
  actor: Actor,
  roundId: RecordId,
  file: InputFile,
): Promise<readonly AnswerTaken[]> {
  const sheet = await answerSheet(house, actor, roundId);
  const { limits, mappings, labels } = house;
  const taken: AnswerTaken[] = [];
  for await (const item of readFile(file, { limits, mappings, labels })) {
    if (taken.length >= mostRows)
      throw new Fault('fileTooLarge', { limit: mostRows, unit: 'rows', file: file.name });
    taken.push(await takeRow(house, actor, sheet, item));
  }
  return taken;
}

async function takeRow(house: House, actor: Actor, sheet: AnswerSheet, item: ReadItem): Promise<AnswerTaken> {
  const place = String(item.place.number);
  const { findings } = item;
  if ('unreadable' in item) return { place, verdict: 'refused', findings };
  const { values, recordId } = item;
  const line = sheet.lines.find(
    ({ id, measure }) => id === recordId || measure.recordId === measureIn(values),
  );
  if (line === undefined || item.register !== 'progressReport') {
    const params = { got: measureIn(values) ?? '' };
    return {
      place,
      verdict: 'refused',
      findings: [{ severity: 'error', path: 'measure', code: 'notInRound', params }],
    };
  }
  if (values['on'] === undefined) return { place, verdict: 'empty', measure: line.measure, findings };
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { place, verdict: 'refused', measure: line.measure, findings };
  const tied = {
    ...values,
    measure: { register: 'measure', id: line.measure.recordId },
    round: { register: 'reportRound', id: sheet.round.id },
    countries: values['countries'] ?? [sheet.country],
  };
  return write(house, actor, line, tied, { place, basedOn: basedOnOf(line, item, actor) });
}

/**
 * The revision that a row goes on from. Whoever sends the same workbook twice corrects its own draft; a draft that
 * somebody else has written since the workbook was taken is not overwritten.
 */
function basedOnOf({ report }: AnswerLine, { recordId, revision = 0 }: Incoming, { post }: Actor): number {
  const now = report?.state.number ?? 0;
  return recordId === undefined || report?.state.author === post.id ? now : revision;
}

function measureIn(values: Readonly<Record<string, unknown>>): string | undefined {
  const { measure } = values;
  if (typeof measure !== 'object' || measure === null || !('id' in measure)) return undefined;
  return typeof measure.id === 'string' ? measure.id : undefined;
}

/** Says of the measures ticked that there is nothing to report: an answer too, and no silence. */
export async function answerNothing(
  house: House,
  actor: Actor,
  roundId: RecordId,
  measures: readonly RecordId[],
  titleOf: TitleOf,
): Promise<readonly AnswerTaken[]> {
  const { round, country, lines } = await answerSheet(house, actor, roundId);
  const taken: AnswerTaken[] = [];
  for (const line of lines.filter(({ measure }) => measures.includes(measure.recordId))) {
    const { recordId, tracked } = line.measure;
    const values = {
      title: titleOf(tracked.number ?? '', country),
      measure: { register: 'measure', id: recordId },
      round: { register: 'reportRound', id: round.id },
      countries: [country],
      on: today(house),
      state: 'noInformation',
    };
    const now = { place: tracked.number ?? '', basedOn: line.report?.state.number ?? 0 };
    taken.push(await write(house, actor, line, values, now));
  }
  return taken;
}

/** Sends the drafts ticked on their way: a focal point releases them, others submit them to it. */
export async function sendAnswers(
  house: House,
  actor: Actor,
  roundId: RecordId,
  measures: readonly RecordId[],
): Promise<readonly AnswerTaken[]> {
  const { lines } = await answerSheet(house, actor, roundId);
  const send = actor.post.kind === 'focalPoint' ? release : submit;
  const taken: AnswerTaken[] = [];
  for (const { measure, id, report } of lines.filter((line) => measures.includes(line.measure.recordId))) {
    const place = measure.tracked.number ?? '';
    if (report === undefined) {
      taken.push({ place, verdict: 'empty', measure, findings: [] });
      continue;
    }
    const act = { register: 'progressReport', id, seen: report.seq };
    taken.push(await tried(place, measure, () => send(house, actor, act).then(() => true)));
  }
  return taken;
}

function write(
  house: House,
  actor: Actor,
  { id, measure }: AnswerLine,
  values: Readonly<Record<string, unknown>>,
  { place, basedOn }: { readonly place: string; readonly basedOn: number },
): Promise<AnswerTaken> {
  const writer = { actor, as: 'party', door: 'form' } as const;
  return tried(place, measure, async () => {
    const { changed } = await revise(house, { register: 'progressReport', id, values, basedOn, writer });
    return changed;
  });
}

async function tried(
  place: string,
  measure: AnswerLine['measure'],
  work: () => Promise<boolean>,
): Promise<AnswerTaken> {
  try {
    const verdict = (await work()) ? 'written' : 'same';
    return { place, verdict, measure, findings: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error instanceof Refused) return { place, verdict: 'refused', measure, findings: error.findings };
    return { place, verdict: 'refused', measure, findings: [], fault: error };
  }
}
