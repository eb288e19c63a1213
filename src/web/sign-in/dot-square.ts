import { encode } from 'uqr';
import { type Html, html } from '../html.ts';

/** Free dots around the square, by which a camera finds it (ISO/IEC 18004, 9.1). */
const border = 4;

/**
 * A text as a square of dots (QR code) that a telephone reads: drawn here, so that the key never leaves the house and no
 * script is needed. Dark on light in either colour scheme, since cameras look for that.
 */
export function dotSquare(text: string, title: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border });
  const dots = data.map((row, y) =>
    runsIn(row)
      .map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`)
      .join(''),
  );
  return html`<svg class=dots role=img viewBox="0 0 ${size} ${size}" width=240 height=240 shape-rendering=crispEdges aria-label="${title}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dots.join('')}"/></svg>`;
}

/** Dark stretches of a row: where each begins and the place after its end. */
function runsIn(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const end = row.indexOf(false, x);
    const to = end === -1 ? row.length : end;
    runs.push([x, to]);
    x = to;
  }
  return runs;
}
