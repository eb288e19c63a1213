import { unknownLanguage } from '../../../kernel/language-tag.ts';
import type { Register } from '../../../registers/register.ts';
import type { Incoming, Place } from '../../incoming.ts';
import { attribute, type Element, textOfChild } from '../../xml/element.ts';
import { publisherOf } from '../elements/reporting-org.ts';
import { normalIdentifier } from './identifier.ts';
import { languageTag } from './narrative.ts';
import { isMade, ownMark } from './own-marks.ts';
import { Reading } from './reading.ts';
import type { RecordKind } from './record-kinds.ts';

/** What the root element says for all records in it. */
export interface FileDefaults {
  readonly language: string | undefined;
  readonly currency: string | undefined;
}

/** One record of the file as values still to be checked, with what the reader noticed. */
export function readRecord(
  record: Element,
  kind: RecordKind,
  register: Register,
  defaults: FileDefaults,
  where: { readonly number: number; readonly source: string; readonly length: number },
): Incoming {
  const language = languageTag(attribute(record, 'xml:lang')) ?? defaults.language ?? unknownLanguage;
  const reading = new Reading(register, language, attribute(record, 'default-currency') ?? defaults.currency);
  const recordId = ownMark(record, 'id');
  const said = recordId === undefined ? record : withoutMade(record);
  for (const reader of kind.readers) reader.read(said, reading);
  const identifier = textOfChild(said, kind.identifier);
  const publisher = publisherOf(record);
  const place: Place = { unit: kind.unit, number: where.number, line: record.line };
  return {
    register: register.name,
    keys: identifier === undefined ? [] : [{ scheme: kind.scheme, value: normalIdentifier(identifier) }],
    values: reading.values,
    place,
    length: where.length,
    raw: () => where.source,
    findings: reading.findings,
    ...(recordId === undefined ? {} : { recordId, ...revisionIn(record) }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** A record of ours without what stands there only because the standard wants it. */
function withoutMade(record: Element): Element {
  return { ...record, children: record.children.filter((child) => !isMade(child)) };
}

function revisionIn(record: Element): { readonly revision?: number } {
  const revision = Number(ownMark(record, 'revision'));
  return Number.isSafeInteger(revision) && revision > 0 ? { revision } : {};
}
