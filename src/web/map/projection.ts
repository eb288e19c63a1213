import { geoEquirectangular } from 'd3-geo';
import { centroidOf } from '../../vocabulary/countries.ts';

/** Pixels a degree. Whole numbers are exact enough for a picture of this size. */
const scale = 2;
/** The frame: the South fills it. The Pacific stands whole on the right; the cut runs through open sea. */
const west = -127;
const east = 217;
const north = 44;
const south = -45;

export const width = (east - west) * scale;
export const height = (north - south) * scale;
/** How far a full turn around the world is, in pixels. */
export const turn = 360 * scale;

export type Point = readonly [x: number, y: number];

/** For drawing land: the same frame as `pointOf`, by the rules of d3 (which cuts shapes at the edge). */
export const projection = geoEquirectangular()
  .rotate([-(west + east) / 2, 0])
  .scale((scale * 180) / Math.PI)
  .translate([width / 2, ((north + south) / 2 - south) * scale + (north + south) * (scale / 2)])
  .clipExtent([
    [0, 0],
    [width, height],
  ])
  .precision(0);

/** Where a longitude and latitude lie in the frame, in whole pixels. */
export function pointOf(lon: number, lat: number): Point {
  const turned = lon < west ? lon + 360 : lon;
  return [Math.round((turned - west) * scale), Math.round((north - lat) * scale)];
}

/** The middle of a country in the frame; undefined where the country is unknown or lies outside (north of 44° N it is drawn at the edge). */
export function countryPoint(code: string): Point | undefined {
  const centroid = centroidOf(code);
  if (centroid === undefined) return undefined;
  const [x, y] = pointOf(centroid[0], centroid[1]);
  return [x, Math.min(height - 3, Math.max(3, y))];
}
