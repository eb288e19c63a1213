import { placeOf, select } from './counting-rules.ts';
import type { RuleTest } from './rule.ts';
import { textOf } from './xpath/found.ts';
import { nothing } from './xpath/steps.ts';

/** Kinds of rules that compare dates. Days and instants of ISO 8601 are compared as text; what is none is said elsewhere. */

/** The earlier must not lie after the later. Equal is right; where one is absent nothing is asked. */
export function inOrder(earlier: string, later: string): RuleTest {
  const first = select([earlier]);
  const second = select([later]);
  return (at, scope) => {
    const ends = second(at, scope).map((found) => dayOf(textOf(found)));
    if (ends.length === 0) return nothing;
    return first(at, scope).flatMap((found) => {
      const start = dayOf(textOf(found));
      const before = ends.find((end) => start !== undefined && end !== undefined && start > end);
      return before === undefined ? [] : [placeOf(found, { got: start ?? '', right: before })];
    });
  };
}

export function notInFuture(path: string): RuleTest {
  const find = select([path]);
  return (at, scope, { now }) => {
    const dates = find(at, scope);
    if (dates.length === 0) return nothing;
    const today = now.slice(0, 10);
    const late = dates.filter((found) => isLate(textOf(found), now, today));
    return late.map((found) => placeOf(found, { got: textOf(found).trim().slice(0, 40), right: today }));
  };
}

function isLate(text: string, now: string, today: string): boolean {
  // Nearly all dates are days that are over.
  if (text.length === 10 && text <= today) return false;
  return text.includes('T') ? Date.parse(text) > Date.parse(now) : (dayOf(text) ?? '') > today;
}

/** From the first to the second no more than a year passes; the nth start belongs to the nth end. */
export function withinAYear(start: string, end: string): RuleTest {
  const starts = select([start]);
  const ends = select([end]);
  return (at, scope) => {
    const until = ends(at, scope).map((found) => dayOf(textOf(found)));
    return starts(at, scope).flatMap((found, index) => {
      const from = dayOf(textOf(found));
      const to = until[index];
      if (from === undefined || to === undefined || to <= yearAfter(from)) return [];
      return [placeOf(found, { got: to, right: yearAfter(from) })];
    });
  };
}

export function datesBetween(dates: string, start: string, end: string): RuleTest {
  const find = select([dates]);
  const starts = select([start]);
  const ends = select([end]);
  return (at, scope) => {
    const from = dayOf(textOrNothing(starts(at, scope)[0]));
    const to = dayOf(textOrNothing(ends(at, scope)[0]));
    return find(at, scope).flatMap((found) => {
      const day = dayOf(textOf(found));
      const outside =
        day !== undefined && ((from !== undefined && day < from) || (to !== undefined && day > to));
      return outside ? [placeOf(found, { got: day, right: `${from ?? ''}/${to ?? ''}` })] : [];
    });
  };
}

function textOrNothing(found: Parameters<typeof textOf>[0] | undefined): string {
  return found === undefined ? '' : textOf(found);
}

function dayOf(text: string): string | undefined {
  if (text.length === 10 && /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return /^\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
}

function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
}
