import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encode } from 'uqr';
import { dotSquare } from './dot-square.ts';

/** The dots that the drawing makes dark, row by row. */
function drawn(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const dark = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
  for (const [, x, y, width] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let dx = 0; dx < Number(width); dx += 1) {
      const row = rows[Number(y)];
      if (row !== undefined) row[Number(x) + dx] = true;
    }
  }
  return rows;
}

test('the drawing has each dark dot of the code and no other, and a free border', () => {
  fc.assert(
    fc.property(fc.webUrl(), (address) => {
      const { data } = encode(address, { ecc: 'M', border: 4 });
      assert.deepEqual(drawn(String(dotSquare(address, 'Key'))), data);
      for (const row of data.slice(0, 4)) assert.ok(!row.includes(true));
    }),
    { numRuns: 50 },
  );
});

test('it says what it is to whoever does not see it, and needs neither script nor style of its own', () => {
  const svg = String(dotSquare('otpauth://totp/x?secret=ABC', 'Key for "x"'));
  assert.match(svg, /role=img[^>]*aria-label="Key for &quot;x&quot;"/);
  assert.doesNotMatch(svg, /<script|style=/);
});
