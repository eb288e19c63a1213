import type { Finding } from '../kernel/finding.ts';
import type { PartialDate } from '../kernel/partial-date.ts';
import { formatDate } from './format.ts';
import { isMessageKey, type MessageValues, type Translate } from './messages.ts';

/** What a field is called: by its register where that says it differently, else by its name, else the bare name. */
export function fieldLabel(t: Translate, register: string, field: string): string {
  const own = `${register}.${field}`;
  if (isMessageKey(own)) return t(own);
  const shared = `field.${field}`;
  return isMessageKey(shared) ? t(shared) : field;
}

/** What a register is called: one record of it, or all of them. */
export function registerLabel(t: Translate, register: string, many = false): string {
  const key = many ? `register.${register}.plural` : `register.${register}`;
  return isMessageKey(key) ? t(key) : register;
}

/** What a step is called, and what it does (`help`): where a register says it differently, in its words. */
export function stepLabel(t: Translate, step: string, register: string, part: '' | '.help' = ''): string {
  const own = `act.${step}.${register}${part}`;
  if (isMessageKey(own)) return t(own);
  const shared = `act.${step}${part}`;
  return isMessageKey(shared) ? t(shared) : step;
}

/** What was noticed about data, as a sentence. */
export function findingText(t: Translate, finding: Pick<Finding, 'code' | 'params'>): string {
  const days = toldDays[finding.code];
  return t(`finding.${finding.code}`, days === undefined ? finding.params : written(t, finding.params, days));
}

/** Days that a sentence speaks of. All others are quoted as they were typed, or as they are to be typed. */
const toldDays: Readonly<Partial<Record<Finding['code'], readonly string[]>>> = {
  deadlinePast: ['got', 'limit'],
  reportBeforeInstrument: ['got', 'right'],
  dueBeforeInstrument: ['got', 'right'],
  ruleFutureDate: ['right'],
};

function written(t: Translate, params: MessageValues, days: readonly string[]): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      days.includes(name) && isDate(value) ? formatDate(t.lang, value) : value,
    ]),
  );
}

function isDate(value: string | number): value is PartialDate {
  return typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value);
}

/**
 * Where in a file something stood, as it was noted when the file was read ("line 57", "Activities row 4"): its unit in the
 * reader's language, the name of a sheet as it is. What is noted otherwise stays as it was written.
 */
export function placeText(t: Translate, place: string): string {
  const [, sheet, unit, number = ''] = /^(.* )?(\w+) (\d+)$/.exec(place) ?? [];
  const key = `place.${unit}`;
  return unit !== undefined && isMessageKey(key) ? `${sheet ?? ''}${t(key, { number })}` : place;
}
