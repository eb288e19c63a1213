import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-js';
import { documentFonts, familiesFor } from '../fonts.ts';

const load = createRequire(import.meta.url);

/** A drawing as PNG, so many pixels wide. */
export function png(svg: string, width: number): Buffer {
  const library = load('@resvg/resvg-js') as { Resvg: typeof Resvg };
  const drawing = new library.Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: [...documentFonts(svg)], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return drawing.render().asPng();
}

/** A word across the page, so faint that what stands over it is read. */
export function watermarkSvg(word: string, lang: string): string {
  const turn = lang === 'ar' ? 50 : -50;
  const safe = word.replace(/[&<>]/g, ' ');
  const size = Math.min(230, 1500 / Math.max(4, safe.length));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000"><text x="500" y="500" transform="rotate(${turn} 500 500)" text-anchor="middle" dominant-baseline="middle" font-family="${familiesFor(lang).join(', ')}" font-weight="700" font-size="${size}" fill="#161a4e" fill-opacity="0.09">${safe}</text></svg>`;
}
