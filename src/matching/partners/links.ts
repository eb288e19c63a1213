/** So many records say that one country shares with another. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** In so many of them both belong to a circle that shares among itself: they work together, and nobody is named as who shares. */
  readonly inCircle?: number;
}

/** Which side is looked for: who could share with a country, or who could use what it has. */
export type Wanted = 'provider' | 'recipient';

/** Links by the country that asks and the one that is looked for, whichever way they run. */
export class LinkTable {
  /** asks → looked for → records. */
  readonly #partners = new Map<string, Map<string, number>>();
  /** looked for → asks → records. */
  readonly #served = new Map<string, Map<string, number>>();

  constructor(links: Iterable<Link>, wanted: Wanted) {
    for (const { from, to, count, inCircle = 0 } of links) {
      const [asks, sought] = wanted === 'provider' ? [to, from] : [from, to];
      if (asks === sought) continue;
      add(this.#partners, asks, sought, count);
      if (count > inCircle) add(this.#served, sought, asks, count - inCircle);
    }
  }

  /** Everybody who has a partner. */
  asking(): Iterable<string> {
    return this.#partners.keys();
  }

  /** Everybody who is a partner of somebody, not in circles alone. */
  sought(): Iterable<string> {
    return this.#served.keys();
  }

  partnersOf(asks: string): ReadonlyMap<string, number> {
    return this.#partners.get(asks) ?? none;
  }

  /** Who has had something from a country that is looked for (or given it something), circles apart. */
  servedBy(sought: string): ReadonlyMap<string, number> {
    return this.#served.get(sought) ?? none;
  }
}

const none: ReadonlyMap<string, number> = new Map();

function add(table: Map<string, Map<string, number>>, key: string, other: string, count: number): void {
  const row = table.get(key) ?? new Map<string, number>();
  row.set(other, (row.get(other) ?? 0) + count);
  table.set(key, row);
}
