export type Path = readonly PropertyKey[];

/** What is left of a value, and which positions of a list are gone. */
export interface Rest {
  /** Undefined when the whole value went. */
  readonly value: unknown;
  readonly gone: ReadonlySet<number>;
}

/** The value without the parts at these paths; copies only what lies on the way to them. An empty path takes it whole. */
export function without(value: unknown, paths: readonly Path[]): Rest {
  const gone = new Set<number>();
  if (paths.some((path) => path.length === 0)) return { value: undefined, gone };
  const below = new Map<string, Path[]>();
  for (const [first, ...rest] of paths) {
    const key = String(first);
    const known = below.get(key);
    if (known === undefined) below.set(key, [rest]);
    else known.push(rest);
  }
  const kept = (key: string, part: unknown): unknown => {
    const inner = below.get(key);
    return inner === undefined ? part : without(part, inner).value;
  };
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown, i) => kept(String(i), part));
    for (const key of below.keys()) if (parts[Number(key)] === undefined) gone.add(Number(key));
    return { value: parts.filter((_, i) => !gone.has(i)), gone };
  }
  if (typeof value !== 'object' || value === null) return { value, gone };
  const members = Object.entries(value).map(([key, part]) => [key, kept(key, part)] as const);
  return { value: Object.fromEntries(members.filter(([, part]) => part !== undefined)), gone };
}

/** Whether there is such a part of its own (an inherited member is none). */
export function standsAt(value: unknown, path: Path): boolean {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = Reflect.get(here, key);
  }
  return true;
}

/** The part at a path; undefined where there is none. */
export function partAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
