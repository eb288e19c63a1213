import type { BoardRecord } from '../../operations/ports/board.ts';
import { fenced } from './fenced.ts';

/** An instant to the second: the granularity in which it is asked for. */
export function secondOf(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** What the record can be asked for by, as `register activity`, each between line feeds. */
export function setsOf({ register, countries, title }: BoardRecord): string {
  return fenced([
    `register ${register}`,
    ...countries.map((country) => `country ${country}`),
    ...Object.keys(title.texts).map((language) => `language ${language}`),
  ]);
}
