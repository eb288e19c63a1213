/** One value of JSON-LD. */
export type JsonLd = string | number | boolean | readonly JsonLd[] | { readonly [name: string]: JsonLd };

/** One thing in JSON-LD. */
export type JsonLdNode = { readonly [name: string]: JsonLd };

/** A thing without the members that nobody knows. */
export function node(members: Readonly<Record<string, JsonLd | undefined>>): JsonLdNode {
  const known: Record<string, JsonLd> = {};
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    known[name] = value;
  }
  return known;
}
