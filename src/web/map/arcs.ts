import { type Html, html } from '../html.ts';
import { type MapName, mapFrame } from './frame.ts';
import { countryPoint, type Point, turn, width } from './projection.ts';

/** So many records say that the first country shares with the second. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface ArcsOptions {
  /** At most so many arcs, those with most records; 46 unless said. */
  readonly most?: number;
  readonly name?: MapName;
  /** Words that an arc shows when pointed at; each costs some 20 bytes of the page. */
  readonly title?: (flow: Flow) => string;
}

/** Widths of arcs by their share of the largest count. */
const classes = [
  { from: 0.5, width: 2 },
  { from: 0.15, width: 1.3 },
  { from: 0, width: 0.8 },
] as const;

/** Flows as arcs that dip south, on the land as dots. Flows whose countries we cannot place are left out. */
export function arcsSvg(flows: readonly Flow[], options: ArcsOptions = {}): Html {
  return mapFrame(options.name, arcs(flows, options));
}

/** The arcs alone, to be drawn into a map with something else. */
export function arcs(flows: readonly Flow[], options: Omit<ArcsOptions, 'name'> = {}): Html {
  const placed = placedFlows(flows, options.most ?? 46);
  const largest = placed[0]?.flow.count ?? 1;
  const groups = classes.map(({ from, width: stroke }, index) => {
    const above = classes[index - 1]?.from ?? Number.POSITIVE_INFINITY;
    const members = placed.filter(({ flow }) => flow.count / largest >= from && flow.count / largest < above);
    if (members.length === 0) return false;
    const paths = members.map((one) => ({ d: arcPath(one.from, one.to), flow: one.flow }));
    const { title } = options;
    return html`<g stroke-width=${stroke}>${
      title === undefined
        ? html`<path d="${paths.map(({ d }) => d).join('')}"/>`
        : paths.map(({ d, flow }) => html`<path d="${d}"><title>${title(flow)}</title></path>`)
    }</g>`;
  });
  const dots = (points: readonly Point[]) => [...new Set(points.map(([x, y]) => `M${x} ${y}h0`))].join('');
  return html`<g fill=none stroke=#ffb81c stroke-linecap=round>${groups}<path stroke-width=5 d="${dots(placed.map(({ from }) => from))}"/><path stroke-width=4 stroke=#fff d="${dots(placed.map(({ to }) => to))}"/></g>`;
}

/** The largest flows that can be placed: of thousands only as many are looked up as are drawn. */
function placedFlows(flows: readonly Flow[], most: number) {
  const placed: { readonly flow: Flow; readonly from: Point; readonly to: Point }[] = [];
  for (const flow of flows.toSorted((a, b) => b.count - a.count)) {
    if (placed.length === most) break;
    const from = countryPoint(flow.from);
    const to = countryPoint(flow.to);
    if (from !== undefined && to !== undefined && flow.from !== flow.to) placed.push({ flow, from, to });
  }
  return placed;
}

/** One arc; across the Pacific it leaves at one edge and comes back at the other. */
export function arcPath(from: Point, to: Point): string {
  const [x, y] = from;
  const [toX, toY] = to;
  const direct = toX - x;
  const across = Math.abs(direct) > turn / 2 ? direct - Math.sign(direct) * turn : direct;
  const dip = Math.min(56, 8 + Math.abs(across) * 0.2);
  const curve = (start: number) =>
    `M${start} ${y}q${Math.round(across / 2)} ${Math.round((toY - y) / 2 + dip)} ${across} ${toY - y}`.replace(
      / -/g,
      '-',
    );
  const end = x + across;
  if (end >= 0 && end <= width) return curve(x);
  return curve(x) + curve(toX - across);
}

/** Circles on the countries, by area; the count is in the title. */
export function circles(
  counts: readonly { readonly country: string; readonly count: number }[],
  title?: (country: string, count: number) => string,
): Html {
  const largest = Math.max(1, ...counts.map(({ count }) => count));
  // Large ones first, so that small ones lie on top and can be pointed at.
  const drawn = [...counts]
    .sort((a, b) => b.count - a.count)
    .map(({ country, count }) => {
      const point = countryPoint(country);
      if (point === undefined) return false;
      const radius = Math.max(2, Math.round(14 * Math.sqrt(count / largest) * 2) / 2);
      const said = title !== undefined && html`<title>${title(country, count)}</title>`;
      return html`<circle cx=${point[0]} cy=${point[1]} r=${radius}>${said}</circle>`;
    });
  return html`<g fill=#ffb81c fill-opacity=.4 stroke=#ffb81c>${drawn}</g>`;
}
