import type { ParagraphRemark } from '../../fields/paragraphs.ts';
import type { Finding, FindingCode } from '../../kernel/finding.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import type { Actor } from '../../policy/actor.ts';
import { memberOf } from '../../policy/room.ts';
import { isHidden } from '../../policy/viewer.ts';
import { fieldsMeaning, valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import { factsOn } from '../facts-of.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { roomTraits } from './room-traits.ts';

type Values = Readonly<Record<string, unknown>>;

/** A revision about to be written. */
export interface ToWrite {
  readonly id: string;
  readonly register: Register;
  readonly values: Values;
  readonly current: Revision | undefined;
  readonly actor: Actor;
  readonly at: string;
}

/** What keeps a consultation, a position or an outcome from being written, each finding at its field; nothing for other registers. */
export async function roomFindings(house: House, writing: ToWrite): Promise<readonly Finding[]> {
  const { register, values, at } = writing;
  const room = roomTraits(register, values, at);
  if (room === undefined) return [];
  if ('holds' in room) return [...opening(writing), ...begun(writing, 'visibility')];
  const parent = visibleRoom(house, room.within, writing.actor);
  const place = fieldOf(register, 'consultation');
  if (parent === undefined) return [wrong(place, 'consultationUnknown', { got: room.within })];
  if (!register.means.includes('room:position')) return begun(writing, 'consultation');
  const outsider = notMember(house, parent, writing, place);
  if (outsider !== undefined) return [outsider];
  return [
    ...begun(writing, 'consultation'),
    ...over(parent, place),
    ...unreserved(writing),
    ...(await beyondDraft(house, parent, writing)),
  ];
}

/** The consultation, where the actor may know that there is one. */
function visibleRoom({ board }: House, id: string, actor: Actor): BoardRecord | undefined {
  const record = board.records([id]).get(id);
  if (record?.room === undefined || 'within' in record.room || !record.room.holds.gathers) return undefined;
  const { state } = record;
  const opened = state.inForce !== undefined || state.shared !== undefined;
  return !opened || isHidden(actor, factsOn(board, record)) ? undefined : record;
}

function opening({ register, values, at }: ToWrite): readonly Finding[] {
  const room = roomTraits(register, values, at);
  if (room === undefined || !('holds' in room)) return [];
  const { countries, organisations } = room.holds;
  if (countries.length + organisations.length > 0) return [];
  return [wrong(fieldOf(register, 'countries'), 'membersMissing')];
}

/** Who may see a room, and to which room a record belongs, is said once: else what was closed could be opened by a slip. */
function begun({ register, values, current }: ToWrite, meaning: string): readonly Finding[] {
  if (current === undefined) return [];
  const said = (all: Values) => JSON.stringify(valueMeaning({ register, values: all }, `room:${meaning}`));
  return said(values) === said(current.values) ? [] : [wrong(fieldOf(register, meaning), 'staysAsBegun')];
}

function notMember({ board }: House, parent: BoardRecord, { actor, id }: ToWrite, place: string) {
  const room = factsOn(board, parent).room;
  const by = room === undefined ? undefined : memberOf(actor.post, room);
  if (by === undefined) return wrong(place, 'membersOnly', { got: parent.recordId });
  const given = parent.state.positions?.find((one) => one.by === by);
  if (given === undefined || given.position === id) return undefined;
  return wrong(place, 'positionGivenAlready', { got: given.position });
}

function over({ recordId, room, state }: BoardRecord, place: string): readonly Finding[] {
  const concluded = room !== undefined && 'holds' in room && room.holds.over;
  const ended = concluded || state.withdrawn !== undefined || (state.outcomes ?? []).length > 0;
  return ended ? [wrong(place, 'consultationOver', { got: recordId })] : [];
}

const reserved = 'withReservation';

/** A reservation is printed with what it reserves: one without words says nothing. */
function unreserved({ register, values }: ToWrite): readonly Finding[] {
  const said = (name: string) => valueMeaning({ register, values }, `room:${name}`);
  const whole =
    said('stance') === reserved &&
    said('reservation') === undefined &&
    remarksIn(register, values).length === 0
      ? [wrong(fieldOf(register, 'reservation'), 'reservationWithoutText')]
      : [];
  const place = fieldOf(register, 'paragraphs');
  const parts = remarksIn(register, values).flatMap(({ stance, text }, i) =>
    stance === reserved && text === undefined ? [wrong(`${place}.${i}.text`, 'reservationWithoutText')] : [],
  );
  return [...whole, ...parts];
}

async function beyondDraft(
  { log }: House,
  { recordId, state }: BoardRecord,
  { register, values }: ToWrite,
): Promise<readonly Finding[]> {
  const remarks = remarksIn(register, values);
  if (remarks.length === 0) return [];
  const number = state.inForce ?? state.shared?.revision ?? state.number;
  const revision = (await log.revisions([{ id: recordId, number }])).get(recordId);
  const limit = paragraphsOf(revision?.values['draft'] as LangText | undefined).length;
  const place = fieldOf(register, 'paragraphs');
  return remarks.flatMap(({ paragraph }, i) =>
    paragraph > limit ? [wrong(`${place}.${i}.paragraph`, 'noSuchParagraph', { got: paragraph, limit })] : [],
  );
}

function remarksIn(register: Register, values: Values): readonly ParagraphRemark[] {
  // Checked by the schema of its field before anybody looks here.
  return (
    (valueMeaning({ register, values }, 'room:paragraphs') as readonly ParagraphRemark[] | undefined) ?? []
  );
}

function fieldOf(register: Register, meaning: string): string {
  return fieldsMeaning(register, `room:${meaning}`)[0] ?? '';
}

function wrong(path: string, code: FindingCode, params: Finding['params'] = {}): Finding {
  return { severity: 'error', path, code, params };
}
