/** Reading members of a row by path. Rows come from strangers: only own members are ever read. */
export type Cells = Readonly<Record<string, unknown>>;

/**
 * All values at a path, lists taken apart: `capacities.sectors` gives every sector of every capacity. A column whose
 * name holds dots is found by its whole name. Empty values (null, '') are left out.
 */
export function valuesAt(cells: Cells, path: string): unknown[] {
  const found = Object.hasOwn(cells, path) ? [cells[path]] : walk([cells], path.split('.'));
  return found.flat(3).filter((value) => value !== null && value !== undefined && value !== '');
}

function walk(values: readonly unknown[], keys: readonly string[]): unknown[] {
  return keys.reduce<unknown[]>(
    (found, key) =>
      found.flat(3).flatMap((value) => (isObject(value) && Object.hasOwn(value, key) ? [value[key]] : [])),
    [...values],
  );
}

/** The first value at a path as trimmed text; empty where there is none. */
export function textAt(cells: Cells, path: string): string {
  const [first] = valuesAt(cells, path);
  return first === undefined || typeof first === 'object' ? '' : String(first).trim();
}

export function objectsAt(cells: Cells, path: string): Cells[] {
  return valuesAt(cells, path).filter(isObject);
}

/** Values at the paths as texts, each cut at any of the separators. */
export function partsAt(cells: Cells, paths: readonly string[], separators: string): string[] {
  const cut = separators === '' ? undefined : new RegExp(`[${separators.replace(/[\]\\^-]/g, '\\$&')}]`, 'u');
  return paths
    .flatMap((path) => valuesAt(cells, path))
    .filter((value) => typeof value !== 'object')
    .flatMap((value) => (cut === undefined ? [String(value)] : String(value).split(cut)))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
