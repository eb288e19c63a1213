import { writeFile } from 'node:fs/promises';
import { type TableRow, writeTable } from '../../exchange/sheets/write-table.ts';
import type { Verdict } from '../../operations/ingest/verdict.ts';
import type { Doors } from '../doors.ts';
import { findingWords, placeWords } from '../words.ts';

const header = [
  'File',
  'Place',
  'Verdict',
  'Register',
  'Id',
  'Title',
  'Severity',
  'Field',
  'What was found',
  'Address',
];

/** A workbook with a line for every finding, and one for every row without any. */
export async function writeReport(path: string, verdicts: readonly Verdict[], doors: Doors): Promise<void> {
  const rows = verdicts.flatMap((verdict) => linesOf(verdict, doors));
  await writeFile(path, await writeTable('Verdicts', header, rows));
}

function linesOf(verdict: Verdict, { lang, address }: Doors): TableRow[] {
  const { file, place, outcome, register = '', recordId = '', title = '', findings } = verdict;
  const start = [file, placeWords(place), outcome, register, recordId, title];
  const end = register === '' || recordId === '' ? '' : address(register, recordId, lang);
  if (findings.length === 0) return [[...start, '', '', '', end]];
  return findings.map((finding) => [
    ...start,
    finding.severity,
    finding.path,
    findingWords({ ...finding, path: '' }, lang),
    end,
  ]);
}
