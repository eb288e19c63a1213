import type { Place } from '../incoming.ts';
import type { SourceItem } from '../tables/source-row.ts';

/** One JSON object as a row; anything else is unreadable, with what the parser says of it. */
export function jsonItem(text: string, place: Place): SourceItem {
  const raw = () => text;
  let problem: string;
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { cells: value, place, raw, findings: [] };
    problem = Array.isArray(value) ? 'array' : typeof value;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const params = { got: problem.slice(0, 300), right: '{"…": …}' };
  return {
    unreadable: true,
    place,
    raw,
    findings: [{ severity: 'error', path: '', code: 'notUnderstood', params }],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
