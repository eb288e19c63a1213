import { canonicalJson } from '../../kernel/canonical-json.ts';
import { withPointers } from '../internal/check-pointers.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What a record says after a source has spoken again: fields that the source gives take the place of the older ones,
 * fields that it does not speak of stay. A new list of sources keeps those that staying figures rest on: they are found
 * again in it or added at its end, and the figures point there.
 */
export function mergeValues(current: Values, incoming: Values): Values {
  const merged = { ...current, ...incoming };
  const [before, after] = [current['sources'], incoming['sources']];
  if (!Array.isArray(before) || !Array.isArray(after)) return merged;
  const sources: unknown[] = [...after];
  const places = new Map(sources.map((source, place) => [canonicalJson(source), place]));
  const placeOf = (pointer: number): number | undefined => {
    const source: unknown = before[pointer];
    if (source === undefined) return undefined;
    const text = canonicalJson(source);
    const place = places.get(text) ?? sources.push(source) - 1;
    places.set(text, place);
    return place;
  };
  const staying = Object.entries(current).filter(([name]) => !Object.hasOwn(incoming, name));
  const moved = staying.map(([name, value]) => [name, withPointers(value, placeOf)] as const);
  return { ...merged, ...Object.fromEntries(moved), sources };
}
