import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { projection } from './projection.ts';

/** Points nearer to the last one than this are left out: the land is shown as dots four pixels apart. */
const nearest = 4;
/** Islands smaller than this, in square pixels, cannot be seen as dots. */
const smallest = 14;

let drawn: string | undefined;

/** The land of the world as one path, in whole pixels, relative; made once, when first asked for. */
export function landPath(): string {
  drawn ??= draw();
  return drawn;
}

/** Natural Earth 1:110 million (public domain), from the package `world-atlas`. No borders: none is drawn, none disputed. */
function draw(): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  // The form of the file is that of the package, pinned.
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const rings: Ring[] = [];
  let ring: [number, number][] = [];
  const pen = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x: number, y: number) => {
      ring = [[Math.round(x), Math.round(y)]];
    },
    lineTo: (x: number, y: number) => {
      ring.push([Math.round(x), Math.round(y)]);
    },
    closePath: () => {
      rings.push(ring);
    },
  };
  geoPath(projection, pen)(feature(atlas, atlas.objects.land));
  return rings.map(simplified).filter(isSeen).map(relativePath).join('');
}

type Ring = readonly (readonly [number, number])[];

function simplified(ring: Ring): Ring {
  const kept: (readonly [number, number])[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= nearest) kept.push(point);
  }
  return kept;
}

function isSeen(ring: Ring): boolean {
  let doubled = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    doubled += x * nextY - nextX * y;
  }
  return ring.length > 2 && Math.abs(doubled) / 2 >= smallest;
}

function relativePath(ring: Ring): string {
  let path = '';
  let [lastX, lastY] = [0, 0];
  for (const [index, [x, y]] of ring.entries()) {
    const step = index === 0 ? `M${x} ${y}` : `${index === 1 ? 'l' : ' '}${x - lastX} ${y - lastY}`;
    path += step.replace(/ -/g, '-');
    [lastX, lastY] = [x, y];
  }
  return `${path}z`;
}
