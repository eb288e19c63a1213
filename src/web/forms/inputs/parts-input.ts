import type { MessageKey, Translate } from '../../../wording/messages.ts';
import { type Html, html } from '../../html.ts';
import { group } from '../block.ts';
import { type Input, itself, type Located, type Place, type Reading, type Showing } from '../input.ts';
import { partOf, type TypedPart } from '../typed-part.ts';

/** One member of a thing that has several. */
export interface Part {
  readonly name: string;
  readonly label: MessageKey;
  readonly input: Input;
  readonly needed?: boolean;
  /** Seldom filled: folded away until it is. */
  readonly rare?: boolean;
}

/** A thing with parts, under one legend. */
export function partsInput(parts: readonly Part[]): Input {
  return {
    show: (form, at, value) => group(form, at, 'f', showParts(form, at, parts, value)),
    read: (typed, reading, name) => readParts(parts, typed, reading, name),
    locate: (t, path) => locatePart(t, parts, path),
  };
}

export function showParts(form: Showing, at: Place, parts: readonly Part[], value: unknown): Html {
  const members = memberOf(value);
  const shown = (part: Part, i: number): Html =>
    part.input.show(
      form,
      {
        name: `${at.name}.${part.name}`,
        label: form.t(part.label),
        needed: part.needed,
        inRow: true,
        crowded: at.crowded,
        focus: at.focus === true && i === 0,
      },
      members(part.name),
    );
  const rare = parts.filter((part) => part.rare === true);
  const open = rare.some(({ name }) => members(name) !== undefined || concerns(form, `${at.name}.${name}`));
  return html`<div class=parts>${parts.filter((part) => part.rare !== true).map(shown)}</div>${
    rare.length > 0 &&
    html`<details${open && html` open`}><summary>${form.t('form.moreOfEntry')}</summary><div class=parts>${rare.map((part) => shown(part, -1))}</div></details>`
  }`;
}

/** Whether the person must see this now: something is said or suggested there, or a row was asked for. */
export function concerns(form: Showing, name: string): boolean {
  if (form.hasNotesWithin(name) || form.suggested?.has(name) === true) return true;
  return form.asked === name || form.asked?.startsWith(`${name}.`) === true;
}

export function readParts(parts: readonly Part[], typed: TypedPart, reading: Reading, name: string): unknown {
  const members = parts.flatMap((part): [string, unknown][] => {
    const value = part.input.read(partOf(typed, part.name), reading, `${name}.${part.name}`);
    return value === undefined ? [] : [[part.name, value]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

export function locatePart(
  t: Translate,
  parts: readonly Part[],
  [member, ...rest]: readonly string[],
): Located {
  const part = parts.find(({ name }) => name === member);
  if (part === undefined) return itself;
  const located = part.input.locate(t, rest);
  return under(part.name, t(part.label), located);
}

/** What was located in a part, as seen from what holds the part. */
export function under(key: string, label: string, located: Located): Located {
  const { focus } = located;
  return {
    ...located,
    name: [key, ...located.name],
    labels: [label, ...located.labels],
    ...(focus === undefined ? {} : { focus: [key, ...focus] }),
  };
}

function memberOf(value: unknown): (name: string) => unknown {
  if (typeof value !== 'object' || value === null) return () => undefined;
  return (name) => (Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined);
}
