import type { Spot } from '../../exchange/incoming.ts';
import type { CellMark, Marks, NameMark, RowMark } from '../../exchange/workbook/marks.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Upload } from '../../operations/ports/uploads.ts';
import type { RowVerdict } from '../../operations/uploads/row-verdict.ts';
import { faultText } from '../../wording/fault-text.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { findingWords, placedWords } from './finding-words.ts';

const tones = {
  created: 'good',
  updated: 'good',
  unchanged: 'quiet',
  conflict: 'bad',
  refused: 'bad',
} as const;

/**
 * What is written into somebody's file: the verdict of each row and of the rows of its entries, the cells at fault, and
 * the number of each record that was written, so that the file can be sent again.
 */
export function marksOf(t: Translate, upload: Upload, rows: readonly RowVerdict[]): Marks {
  return {
    verdict: t('sheet.verdict'),
    reasons: t('sheet.reasons'),
    rows: rows.flatMap((row) => rowMarks(t, upload, row)),
    cells: rows.flatMap((row) => cellMarks(t, row)),
    names: rows.flatMap(nameMarks),
  };
}

function rowMarks(t: Translate, upload: Upload, row: RowVerdict): RowMark[] {
  const { place, entries, outcome } = row;
  const own = {
    row: place.number,
    ...sheetOf(place),
    verdict: outcomeText(t, outcome, upload.stage),
    reasons: reasonsOf(t, row).join('\n'),
    tone: tones[outcome],
  };
  return [own, ...entries.map((entry) => entryMark(t, upload, row, entry))];
}

/** The row of an entry has its own reasons; where nothing is wrong with it but its record is held back, it says so. */
function entryMark(t: Translate, { stage }: Upload, row: RowVerdict, entry: Spot): RowMark {
  const { findings, outcome, place } = row;
  const own = findings.filter(({ spot }) => spot?.row === entry.row && spot.sheet === entry.sheet);
  const reasons = [...new Set(own.map((finding) => findingWords(t, row, finding)))].join('\n');
  const at = { row: entry.row, ...sheetOf(entry) };
  const held = tones[outcome] === 'bad' && !own.some(({ severity }) => severity === 'error');
  if (!held) return { ...at, verdict: outcomeText(t, outcome, stage), reasons, tone: tones[outcome] };
  const why = t('upload.entryHeld', { n: place.number });
  return {
    ...at,
    verdict: t('upload.held'),
    reasons: reasons === '' ? why : `${reasons}\n${why}`,
    tone: 'quiet',
  };
}

function sheetOf({ sheet }: { readonly sheet?: string }): { readonly sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}

/** What became of a row, or would become as long as nothing was written. */
export function outcomeText(t: Translate, outcome: RowVerdict['outcome'], stage: Upload['stage']): string {
  const would = stage === 'waiting' && (outcome === 'created' || outcome === 'updated');
  return t(would ? `upload.would.${outcome}` : `upload.outcome.${outcome}`);
}

/** Everything that was noticed of a row, as sentences. */
export function reasonsOf(t: Translate, row: RowVerdict): readonly string[] {
  const { register = '', findings, fault, changes, outcome } = row;
  const said = findings.map((finding) => placedWords(t, row, finding));
  const refused = fault === undefined ? [] : [faultText(t, new Fault(fault.code, fault.params))];
  const fields = changes.map(({ field }) => fieldLabel(t, register, field)).join(comma(t));
  const changed = outcome === 'conflict' || outcome === 'updated' ? [t('upload.changes', { fields })] : [];
  return [...new Set([...refused, ...said, ...(fields === '' ? [] : changed)])];
}

function cellMarks(t: Translate, row: RowVerdict): CellMark[] {
  return row.findings.flatMap((finding) =>
    finding.spot === undefined || finding.severity === 'note'
      ? []
      : [{ ...finding.spot, text: findingWords(t, row, finding) }],
  );
}

/** The number of a row's record, and its revision, in the cells for them; rows of its entries name it too. */
function nameMarks({ recordId, revision, naming, entries }: RowVerdict): NameMark[] {
  if (recordId === undefined || revision === undefined || naming === undefined) return [];
  const names = [naming.id, ...entries].map((spot) => ({ ...spot, value: recordId }));
  return [...names, { ...naming.revision, value: revision }];
}
