import { type Holds, holdsOfField, holdsOfPart } from '../../exchange/tables/holds.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { PlacedFinding, RowVerdict } from '../../operations/uploads/row-verdict.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { fieldLabel, findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { sheetWords } from '../../wording/sheet-words.ts';
import { isolated } from '../pieces/isolated.ts';

/** What was noticed of a row, in the words of its reader: no code stands where a name is known. */
export function findingWords(t: Translate, row: RowVerdict, finding: PlacedFinding): string {
  const { code, params } = finding;
  const register = findRegister(row.register ?? '');
  const { right } = params;
  const named = {
    ...params,
    ...(code === 'possibleDuplicate' && row.twin !== undefined
      ? { got: `${textIn(row.twin.title, t.lang).text} (${row.twin.recordId})` }
      : {}),
    ...(register !== undefined && namesChoices.has(code) && typeof right === 'string'
      ? { right: inNames(t, holdsAt(register, finding.path), right) }
      : {}),
  };
  return findingText(t, { code, params: isolated(t, named) });
}

const namesChoices: ReadonlySet<PlacedFinding['code']> = new Set(['unknownCode', 'unknownCountry']);

/** The same led by what its place is called: the field, in a list of entries with the part; `` where it is about the row. */
export function placedWords(t: Translate, row: RowVerdict, finding: PlacedFinding): string {
  const label = labelOf(t, row.register ?? '', finding);
  const words = findingWords(t, row, finding);
  return label === '' ? words : `${label}: ${words}`;
}

function labelOf(t: Translate, register: string, { path, place = '' }: PlacedFinding): string {
  const [field = '', , part = ''] = path.split('.');
  const label = field === '' ? '' : fieldLabel(t, register, field);
  // What has no label is no field: the row or its record as a whole.
  if (label === '' || label === field) return place;
  const parts = findRegister(register)?.fields[field]?.parts;
  if (parts?.some(({ name }) => name === part) === true)
    return t('sheet.within', { what: label, part: sheetWords(t.lang).part(part) });
  // The header of the column may say more (which language, start or end), where it is in the reader's language.
  return place.startsWith(label) ? place : label;
}

/** What the cells hold that a path is about; undefined where that is no field. */
function holdsAt({ fields }: Register, path: string): Holds | undefined {
  const [field = '', , part = ''] = path.split('.');
  const declared = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const own = declared?.parts?.find(({ name }) => name === part);
  if (own !== undefined) return holdsOfPart(own.holds, '');
  return declared === undefined ? undefined : holdsOfField(declared.control, '');
}

/** Codes of a list in a row, as people call them; what is none stays, as the mark that there are more. */
function inNames(t: Translate, holds: Holds | undefined, codes: string): string {
  const nameIn = (code: string): string => {
    if (holds?.as === 'code') return nameOf(holds.list, code, t.lang);
    return holds?.as === 'oneOf' ? sheetWords(t.lang).oneOf(holds.words, code) : code;
  };
  const more = codes.endsWith(' …');
  const names = (more ? codes.slice(0, -2) : codes).split(', ').map(nameIn);
  return `${names.join(comma(t))}${more ? ' …' : ''}`;
}
