import type { Office } from '../../operations/house.ts';
import { isSuggestible, proseOf, type Suggested, suggest } from '../../operations/suggest.ts';
import type { Register } from '../../registers/register.ts';
import type { TypedForm } from '../forms/read-form.ts';

/**
 * What the form is told of suggestions: nothing where the node has none, an empty map where it could be asked, and what
 * was found for the field whose button asked.
 */
export function suggestedIn(
  office: Office,
  register: Register,
  typed: TypedForm | undefined,
): { readonly suggested?: ReadonlyMap<string, Suggested> } {
  if (office.suggesters === undefined) return {};
  const field = typed?.suggestFor ?? '';
  const control = Object.hasOwn(register.fields, field) ? register.fields[field]?.control : undefined;
  const list = control !== undefined && 'list' in control ? control.list.name : '';
  if (typed === undefined || !isSuggestible(list)) return { suggested: new Map() };
  return { suggested: new Map([[field, suggest(office, list, proseOf(register, typed.values))]]) };
}
