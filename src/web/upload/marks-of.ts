import type { CellMark, Marks, NameMark, RowMark } from '../../exchange/workbook/marks.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { Upload } from '../../operations/ports/uploads.ts';
import type { PlacedFinding, RowVerdict } from '../../operations/uploads/row-verdict.ts';
import { faultText } from '../../wording/fault-text.ts';
import { fieldLabel, findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';

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

function rowMarks(t: Translate, { stage }: Upload, row: RowVerdict): RowMark[] {
  const { place, entries, outcome } = row;
  const verdict = outcomeText(t, outcome, stage);
  const tone = tones[outcome];
  const own = {
    row: place.number,
    ...sheetOf(place),
    verdict,
    reasons: reasonsOf(t, row).join('\n'),
    tone,
  };
  return [
    own,
    ...entries.map((entry) => ({ row: entry.row, ...sheetOf(entry), verdict, reasons: '', tone })),
  ];
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
export function reasonsOf(
  t: Translate,
  { register = '', findings, fault, changes, outcome, twin }: RowVerdict,
): readonly string[] {
  const said = findings
    .map((finding) => named(t, finding, twin))
    .map((finding) => `${placeOf(t, register, finding)}${findingText(t, finding)}`);
  const refused = fault === undefined ? [] : [faultText(t, new Fault(fault.code, fault.params))];
  const fields = changes.map(({ field }) => fieldLabel(t, register, field)).join(', ');
  const changed = outcome === 'conflict' || outcome === 'updated' ? [t('upload.changes', { fields })] : [];
  return [...new Set([...refused, ...said, ...(fields === '' ? [] : changed)])];
}

/** What was noticed, with the title of the other record where it is about one. */
function named(t: Translate, finding: PlacedFinding, twin: RowVerdict['twin']): PlacedFinding {
  if (finding.code !== 'possibleDuplicate' || twin === undefined) return finding;
  const got = `${textIn(twin.title, t.lang).text} (${twin.recordId})`;
  return { ...finding, params: { ...finding.params, got } };
}

function placeOf(t: Translate, register: string, { path, place }: Finding): string {
  const [field = ''] = path.split('.');
  const label = place ?? (field === '' ? '' : fieldLabel(t, register, field));
  // What has no label is no field: the row or its record as a whole.
  return label === '' || label === field ? '' : `${label}: `;
}

function cellMarks(t: Translate, { findings, twin }: RowVerdict): CellMark[] {
  return findings.flatMap((finding) =>
    finding.spot === undefined || finding.severity === 'note'
      ? []
      : [{ ...finding.spot, text: findingText(t, named(t, finding, twin)) }],
  );
}

/** The number of a row's record, and its revision, in the cells for them; rows of its entries name it too. */
function nameMarks({ recordId, revision, naming, entries }: RowVerdict): NameMark[] {
  if (recordId === undefined || revision === undefined || naming === undefined) return [];
  const names = [naming.id, ...entries].map((spot) => ({ ...spot, value: recordId }));
  return [...names, { ...naming.revision, value: revision }];
}
