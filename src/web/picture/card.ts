import { inReadingOrder } from '../../kernel/reading-order.ts';
import { arcPath, type Flow } from '../map/arcs.ts';
import { landPath } from '../map/land.ts';
import { countryPoint } from '../map/projection.ts';
import { brokenIntoLines } from './lines.ts';

/** What a card says: the picture that others show beside a link to a page. */
export interface Card {
  readonly lang: string;
  /** The name of the house, in the language of the card. */
  readonly site: string;
  /** Above the title: the kind of record, a year. */
  readonly kind: string;
  readonly title: string;
  /** The language of the title, where it is another. */
  readonly titleLang: string;
  /** Under the title: the countries, or how many records. */
  readonly line: string;
  /** Reservations of countries on what the card says, with their marks. */
  readonly notes: readonly string[];
  readonly flows: readonly Flow[];
}

/** As Open Graph wants it, in pixels. */
const cardSize = { width: 1200, height: 630 } as const;

const margin = 72;
const titleSize = 60;
const mostArcs = 30;
const noteSize = 20;
const mostNoteLines = 4;

/** The card as SVG: the land as dots, flows as arcs above, the words below them; from right to left in Arabic. */
export function cardSvg({ lang, site, kind, title, titleLang, line, notes, flows }: Card): string {
  const { width, height } = cardSize;
  const lines = brokenIntoLines(title, titleLang, (width - 2 * margin) / titleSize, 3);
  const noted = notes
    .flatMap((note) => brokenIntoLines(note, lang, (width - 2 * margin) / noteSize, 3))
    .slice(0, mostNoteLines);
  const foot = height - noted.length * (noteSize + 6);
  const top = foot - 110 - (lines.length - 1) * 76;
  const words = [
    said(site, { lang, y: 84, size: 34, weight: 700, fill: '#fff', shift: 76 }),
    said(kind, { lang, y: top - 76, size: 30, weight: 400, fill: '#ffb81c' }),
    ...lines.map((one, at) =>
      said(one, { lang, textLang: titleLang, y: top + at * 76, size: titleSize, weight: 700, fill: '#fff' }),
    ),
    said(brokenIntoLines(line, lang, (width - 2 * margin) / 30, 1)[0] ?? '', {
      lang,
      y: foot - 48,
      size: 30,
      weight: 400,
      fill: '#c9cdf6',
    }),
    ...noted.map((one, at) =>
      said(one, { lang, y: foot - 14 + at * (noteSize + 6), size: noteSize, weight: 400, fill: '#c9cdf6' }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#161a4e"/>${map(flows)}<rect y="200" width="${width}" height="${height - 200}" fill="url(#fade)"/><defs><linearGradient id="fade" x2="0" y2="1"><stop stop-color="#161a4e" stop-opacity="0"/><stop offset=".45" stop-color="#161a4e" stop-opacity=".92"/></linearGradient></defs>${mark(lang)}${words.join('')}<rect y="${height - 12}" width="${width}" height="12" fill="#ffb81c"/></svg>`;
}

function map(flows: readonly Flow[]): string {
  const dots: string[] = [];
  const paths: string[] = [];
  for (const { from, to } of flows.toSorted((a, b) => b.count - a.count).slice(0, mostArcs)) {
    const [start, end] = [countryPoint(from), countryPoint(to)];
    if (start === undefined || end === undefined || from === to) continue;
    paths.push(arcPath(start, end));
    dots.push(`M${start.join(' ')}h0M${end.join(' ')}h0`);
  }
  return `<g transform="translate(84 56) scale(1.46)"><pattern id="d" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.2" fill="#444dba"/></pattern><path fill="url(#d)" d="${landPath()}"/><g fill="none" stroke="#ffb81c" stroke-linecap="round"><path stroke-width="1.8" d="${paths.join('')}"/><path stroke="#fff" stroke-width="5" d="${dots.join('')}"/></g></g>`;
}

/** The logo, at the side on which the language begins. */
function mark(lang: string): string {
  const x = lang === 'ar' ? cardSize.width - margin - 57 : margin;
  return `<g transform="translate(${x} 54) scale(1.5)" fill="none" stroke="#fff" stroke-width="2.4"><path d="M1 8h36" stroke="#8890e6"/><path d="M6 8c2 19 24 19 26 0" stroke="#ffb81c" stroke-width="3.4"/><circle cx="6" cy="8" r="4.4" fill="#fff"/><circle cx="32" cy="8" r="4.4" fill="#161a4e"/></g>`;
}

interface Style {
  /** Of the card: decides the side. */
  readonly lang: string;
  readonly textLang?: string;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** Away from the margin. */
  readonly shift?: number;
}

/** One line of words, from the side on which the card's language begins. */
function said(text: string, { lang, textLang = lang, y, size, weight, fill, shift = 0 }: Style): string {
  const mirrored = lang === 'ar';
  const x = mirrored ? cardSize.width - margin - shift : margin + shift;
  const families = familiesFor(textLang);
  return `<text x="${x}" y="${y}" text-anchor="${mirrored ? 'end' : 'start'}" font-family="${families}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(inReadingOrder(text))}</text>`;
}

/** The face of the language first: what it lacks is taken from the next, in whatever weight that has. */
function familiesFor(lang: string): string {
  const own: Readonly<Record<string, string>> = { ar: 'Noto Sans Arabic', zh: 'ZCOOL XiaoWei' };
  const first = own[lang];
  const all = ['Noto Sans', 'Noto Sans Arabic', 'ZCOOL XiaoWei'];
  return (first === undefined ? all : [first, ...all.filter((one) => one !== first)]).join(', ');
}

/** XML has no place for most control characters, whatever a title holds. */
function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"]/g, (character) => names[character] ?? '');
}
