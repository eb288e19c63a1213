import type { Control } from '../../fields/field.ts';
import type { Reference } from '../../fields/references.ts';
import type { House } from '../../operations/house.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { reference } from '../pieces/parts.ts';
import { publicly } from './publicly.ts';
import { titleLink } from './record-heading.ts';

/** So many are called by their titles; of the others the identifier stands there. */
const mostNamed = 30;

/** Records to which the fields of a record point, as everybody may see them. */
export async function namedRecords(
  house: House,
  { register, values }: Pick<Presented, 'register' | 'values'>,
): Promise<readonly Presented[]> {
  const wanted = Object.entries(register.fields)
    .flatMap(([name, { control }]) => referencesIn(control, values[name]))
    .slice(0, mostNamed);
  const found = await Promise.all(
    wanted.map(({ register: kind, id }) => (kind === undefined ? undefined : publicly(house, kind, id))),
  );
  return found.flatMap((one) => (one === undefined ? [] : [one.record]));
}

/** References by the titles of their records where those are `named`; undefined for values of other shapes. */
export function shownReferences(
  t: Translate,
  control: Control,
  value: unknown,
  named: readonly Presented[],
): Html | undefined {
  const all = referencesIn(control, value);
  const shown = all.map((one) => {
    const record = named.find(({ id, register }) => id === one.id && register.name === one.register);
    return record === undefined ? reference(t, one) : titleLink(t, record);
  });
  if (shown.length < 2) return shown[0];
  return html`<ul>${shown.map((one) => html`<li>${one}`)}</ul>`;
}

function referencesIn({ shape }: Control, value: unknown): readonly Reference[] {
  if (value === undefined) return [];
  // Values of these shapes passed the schemas of references.
  if (shape === 'reference') return [value as Reference];
  return shape === 'references' ? (value as readonly Reference[]) : [];
}
