import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { countries } from '../../vocabulary/countries.ts';
import { arcPath, arcsSvg, circles } from './arcs.ts';
import { landPath } from './land.ts';
import { countryPoint, height, pointOf, turn, width } from './projection.ts';

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const codes = [...countries.entries.keys()];
const manyFlows = codes
  .slice(0, 100)
  .map((from, index) => ({ from, to: codes[249 - index] ?? 'BR', count: 100 - index }));

test('the land weighs at most 1.5 KB, and 46 arcs at most 0.9 KB more', () => {
  assert.ok(brotli(landPath()) <= 1_500, String(brotli(landPath())));
  const arcs = brotli(String(arcsSvg(manyFlows))) - brotli(String(arcsSvg([])));
  assert.ok(arcs <= 900, String(arcs));
});

test('the land stays within the frame', () => {
  let [x, y] = [0, 0];
  for (const [, kind, numbers] of landPath().matchAll(/([Ml])([-\d ]+)/g)) {
    const values = (numbers?.match(/-?\d+/g) ?? []).map(Number);
    for (let i = 0; i < values.length; i += 2) {
      const [dx = 0, dy = 0] = [values[i], values[i + 1]];
      [x, y] = kind === 'M' ? [dx, dy] : [x + dx, y + dy];
      assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`);
    }
  }
});

test('d3 draws the land where we place the countries', async () => {
  const { projection } = await import('./projection.ts');
  for (const [lon, lat] of [
    [-58, -34],
    [28, -26],
    [77, 28],
    [178, -18],
    [-172, -13],
  ] as const) {
    const [x = 0, y = 0] = projection([lon, lat]) ?? [];
    const [ownX, ownY] = pointOf(lon, lat);
    assert.ok(
      Math.abs(x - ownX) <= 1 && Math.abs(y - ownY) <= 1,
      `${lon} ${lat}: ${x} ${y}, ${ownX} ${ownY}`,
    );
  }
});

test('every country has its place, the small islands of the Pacific side by side', () => {
  for (const code of codes) assert.notEqual(countryPoint(code), undefined, code);
  const [fiji, samoa] = [countryPoint('FJ'), countryPoint('WS')];
  assert.ok(fiji !== undefined && samoa !== undefined && samoa[0] > fiji[0] && samoa[0] - fiji[0] < 40);
});

test('an arc dips south', () => {
  assert.equal(arcPath([100, 50], [200, 50]), 'M100 50q50 28 100 0');
});

test('an arc across the Pacific leaves at one edge and comes back at the other', () => {
  const path = arcPath([600, 40], [60, 80]);
  const starts = [...path.matchAll(/M(-?\d+) /g)].map(([, x]) => Number(x));
  assert.deepEqual(starts, [600, 600 - turn]);
});

test('flows to unknown countries, to oneself and beyond the number asked for are left out', () => {
  const flows = [
    { from: 'BR', to: 'MZ', count: 9 },
    { from: 'BR', to: 'BR', count: 8 },
    { from: 'BR', to: '??', count: 7 },
    { from: 'IN', to: 'ET', count: 6 },
  ];
  const titled = String(
    arcsSvg(flows, { most: 1, title: ({ from, to, count }) => `${from}<${to} ${count}` }),
  );
  assert.equal(titled.match(/<title>[^/]*/g)?.join(), '<title>BR&lt;MZ 9<');
});

test('circles grow with the square root of the count, the largest first', () => {
  const made = String(
    circles([
      { country: 'MZ', count: 25 },
      { country: 'BR', count: 100 },
    ]),
  );
  assert.deepEqual(
    [...made.matchAll(/ r=(\d+\.?\d*)>/g)].map(([, r]) => r),
    ['14', '7'],
  );
});
