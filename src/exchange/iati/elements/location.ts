import type { Place } from '../../../fields/places.ts';
import { child, childrenNamed, type Element, textOfChild } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { readText } from '../internal/narrative.ts';
import type { Reading } from '../internal/reading.ts';

const meaning = 'iati:location';

/** Places by name and point (`latitude longitude` in degrees, WGS 84). A point that is none gives `badNumber`. */
export const location: ElementReader = {
  wants: { location: wanted({ name: narratives, point: wanted({ pos: leaf }) }) },
  read(record, reading) {
    const places = childrenNamed(record, 'location').map((element): Place => {
      const name = readText(child(element, 'name'), reading, meaning);
      return { ...(name === undefined ? {} : { name }), ...pointOf(element, reading) };
    });
    reading.putList(
      meaning,
      places.filter((place) => Object.keys(place).length > 0),
    );
  },
};

function pointOf(element: Element, reading: Reading): { latitude: number; longitude: number } | undefined {
  const point = child(element, 'point');
  const pos = point === undefined ? undefined : textOfChild(point, 'pos');
  if (pos === undefined) return undefined;
  const numbers = pos.split(/[\s,]+/).map(Number);
  const [latitude = Number.NaN, longitude = Number.NaN] = numbers;
  if (numbers.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return { latitude, longitude };
  const params = { got: pos.slice(0, 60), right: '-18.92 47.53' };
  reading.found('error', 'badNumber', meaning, { element: point ?? element }, params);
  return undefined;
}
