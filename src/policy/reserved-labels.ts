import { countryList } from '../fields/country.ts';
import type { Control } from '../fields/field.ts';
import type { Reservation } from '../lifecycle/state.ts';
import type { Register } from '../registers/register.ts';

/** A label that a record shows: the list it stands in, its code, and what it is called in each language. */
interface ShownLabel {
  readonly list: string;
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * Of the reservations that countries made on labels and words, those that a record with these values shows: they are
 * printed wherever it goes, so that no reader of a table or of data misses what stands as a footnote on the page.
 */
export function reservationsShown(
  register: Register,
  values: Readonly<Record<string, unknown>>,
  reservations: readonly Reservation[],
): readonly Reservation[] {
  if (reservations.length === 0) return reservations;
  const labels = Object.entries(values).flatMap(([name, value]) => {
    const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    return field === undefined ? [] : labelsIn(field.control, value);
  });
  return reservations.filter(({ on }) => {
    if (on.kind === 'label') return labels.some(({ list, code }) => list === on.list && code === on.code);
    if (on.kind !== 'word') return false;
    const forms = Object.values(on.forms).map((form) => form.toLowerCase());
    return labels.some(({ names }) => names.some((name) => forms.some((form) => name.includes(form))));
  });
}

function labelsIn(control: Control, value: unknown): readonly ShownLabel[] {
  switch (control.shape) {
    case 'choice':
    case 'choices': {
      const codes = Array.isArray(value) ? value : [value];
      return codes.map((code) => labelOf(control.list, String(code)));
    }
    case 'country':
    case 'countries': {
      const codes = Array.isArray(value) ? value : [value];
      return codes.map((code) => countryOf(String(code)));
    }
    case 'participants':
      // Checked by the schema of participants when the revision came in.
      return (value as readonly { readonly role?: string; readonly country?: string }[]).flatMap(
        ({ role, country }) => [
          ...(role === undefined ? [] : [labelOf(control.roles, role)]),
          ...(country === undefined ? [] : [countryOf(country)]),
        ],
      );
    case 'places':
      // Checked by the schema of places.
      return (value as readonly { readonly country?: string }[]).flatMap(({ country }) =>
        country === undefined ? [] : [countryOf(country)],
      );
    default:
      return [];
  }
}

function labelOf(list: Extract<Control, { list: unknown }>['list'], code: string): ShownLabel {
  const names = Object.values(list.entries.get(code)?.names ?? {}).map((name) => name.toLowerCase());
  return { list: list.name, code, names };
}

/** A country by its code alone: words that are reserved are looked for in labels of lists, not in names of countries. */
function countryOf(code: string): ShownLabel {
  return { list: countryList, code, names: [] };
}
