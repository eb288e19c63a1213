import type { Place } from '../exchange/incoming.ts';
import type { Fault } from '../kernel/fault.ts';
import type { Finding } from '../kernel/finding.ts';
import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import { countryName } from '../vocabulary/countries.ts';
import { faultText } from '../wording/fault-text.ts';
import { findingText } from '../wording/labels.ts';
import { translator } from '../wording/messages.ts';

/** A fault in the reader's words. */
export function faultWords(fault: Fault, lang: InterfaceLanguage): string {
  return faultText(translator(lang), fault);
}

/** A finding in the reader's words, led by the field it is about. */
export function findingWords(finding: Finding, lang: InterfaceLanguage): string {
  const { country } = finding.params;
  const named = typeof country === 'string' ? { country: countryName(country, lang) } : {};
  const words = findingText(translator(lang), { ...finding, params: { ...finding.params, ...named } });
  const where = [finding.place, finding.path].filter((part) => part !== undefined && part !== '').join(', ');
  return where === '' ? words : `${where}: ${words}`;
}

/** `row 12`, `activity 3 (line 40)`, with the sheet in front where there are several. */
export function placeWords({ unit, number, line, sheet }: Place): string {
  const counted = `${unit} ${number}`;
  const at = line === undefined || unit === 'line' ? counted : `${counted} (line ${line})`;
  return sheet === undefined ? at : `${sheet}, ${at}`;
}
