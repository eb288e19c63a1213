import type { Place } from '../../../fields/places.ts';
import { isCountry } from '../../../vocabulary/countries.ts';
import { attribute, child, childrenNamed, type Element, textOfChild } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { readText } from '../internal/narrative.ts';
import type { Reading } from '../internal/reading.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:location';

/** Places by name, country (vocabulary A4) and point (`latitude longitude` in degrees, WGS 84). A point that is none gives `badNumber`. */
export const location: ElementReader = {
  wants: { location: wanted({ name: narratives, administrative: leaf, point: wanted({ pos: leaf }) }) },
  read(record, reading) {
    const places = childrenNamed(record, 'location').map((element) => placeOf(element, reading));
    reading.putList(
      meaning,
      places.filter((place) => Object.keys(place).length > 0),
    );
  },
};

function placeOf(element: Element, reading: Reading): Place {
  const name = readText(child(element, 'name'), reading, meaning);
  const country = childrenNamed(element, 'administrative')
    .filter((each) => attribute(each, 'vocabulary') === 'A4')
    .map((each) => attribute(each, 'code')?.toUpperCase())
    .find((code) => code !== undefined && isCountry(code));
  return {
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { country }),
    ...pointOf(element, reading),
  };
}

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

const wgs84 = 'http://www.opengis.net/def/crs/EPSG/0/4326';

/** Places with name, country (ISO 3166-1, vocabulary A4) and point, as much as is known. */
export const locationWriter: ElementWriter = {
  name: 'location',
  attributes: [],
  children: ['name', 'point'],
  write(spoken) {
    const places = new Map(spoken.list<Place>(meaning).map((place) => [keyOf(place), place]));
    return [...places].map(([key, place]) => ({ key, element: locationOf(place) }));
  },
  keyOf(element, _record, reading) {
    const place = placeOf(element, reading);
    return Object.keys(place).length === 0 ? undefined : keyOf(place);
  },
};

function keyOf({ name, country, latitude, longitude }: Place): string {
  return JSON.stringify([name === undefined ? [] : Object.values(name.texts), country, latitude, longitude]);
}

function locationOf({ name, country, latitude, longitude }: Place): Element {
  const pos =
    latitude === undefined || longitude === undefined
      ? undefined
      : `${decimal(latitude)} ${decimal(longitude)}`;
  return made('location', {}, [
    ...(name === undefined ? [] : [textElement('name', name)]),
    ...(country === undefined
      ? []
      : [made('administrative', { vocabulary: 'A4', level: '0', code: country })]),
    ...(pos === undefined ? [] : [made('point', { srsName: wgs84 }, [made('pos', {}, pos)])]),
  ]);
}
