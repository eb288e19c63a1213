/** What was typed under a dotted name, with what was typed under the names below it. */
export interface TypedPart {
  /** The name as it came. */
  readonly name: string;
  /** Undefined where the browser sent nothing under this name; line breaks are `\n`. */
  readonly text: string | undefined;
  readonly parts: ReadonlyMap<string, TypedPart>;
}

interface Growing extends TypedPart {
  text: string | undefined;
  readonly parts: Map<string, Growing>;
}

/** Names are paths of four parts at most (`participants.0.period.start`); what is deeper comes from no form of ours. */
const deepest = 6;

/** The names of a form as a tree. Of a name that comes twice the first counts. */
export function typedParts(body: URLSearchParams): TypedPart {
  const root: Growing = { name: '', text: undefined, parts: new Map() };
  for (const [name, text] of body) {
    const keys = name.split('.');
    if (keys.length > deepest) continue;
    let here = root;
    for (const [depth, key] of keys.entries()) {
      const known = here.parts.get(key);
      const next: Growing = known ?? {
        name: keys.slice(0, depth + 1).join('.'),
        text: undefined,
        parts: new Map(),
      };
      if (known === undefined) here.parts.set(key, next);
      here = next;
    }
    // Browsers send every line break as two characters, whichever was typed or stored.
    here.text ??= text.replace(/\r\n?/g, '\n');
  }
  return root;
}

const nothing: TypedPart = { name: '', text: undefined, parts: new Map() };

export function partOf(typed: TypedPart, key: string): TypedPart {
  return typed.parts.get(key) ?? { ...nothing, name: typed.name === '' ? key : `${typed.name}.${key}` };
}

/** The text under a name, as typed; undefined where there is nothing but space. */
export function textOf(typed: TypedPart): string | undefined {
  return typed.text === undefined || typed.text.trim() === '' ? undefined : typed.text;
}

/** The rows of a list in their order. */
export function rowsOf(typed: TypedPart): readonly (readonly [position: number, row: TypedPart])[] {
  return [...typed.parts]
    .filter(([key]) => /^\d{1,6}$/.test(key))
    .map(([key, row]): [number, TypedPart] => [Number(key), row])
    .sort(([a], [b]) => a - b);
}
