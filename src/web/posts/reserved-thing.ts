import type { ReservedThing } from '../../lifecycle/event.ts';
import { findReservable } from '../../vocabulary/all-lists.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import type { MessageKey, Translate } from '../../wording/messages.ts';

const lists: Readonly<Record<string, MessageKey>> = {
  modality: 'field.modality',
  role: 'part.role',
  adopterRole: 'field.adoptions',
  activityStatus: 'field.status',
  sector: 'field.sectors',
  sdg: 'field.sdgs',
  countryGroup: 'facet.group',
  organisationType: 'field.type',
  eventKind: 'register.event',
  sourceKind: 'register.source',
  helpKind: 'field.kinds',
  country: 'field.country',
};

/** What the labels of a list say of a record. */
export function listName(t: Translate, list: string): string {
  const key = lists[list];
  return key === undefined ? list : t(key);
}

/** The label or word itself, in the reader's language where it has a form in it. */
export function thingName(t: Translate, on: ReservedThing): string {
  if (on.kind === 'label') {
    const list = findReservable(on.list);
    return list === undefined ? `${on.list}/${on.code}` : nameOf(list, on.code, t.lang);
  }
  if (on.kind !== 'word') return '';
  return on.forms[t.lang] ?? on.forms['en'] ?? Object.values(on.forms)[0] ?? '';
}
