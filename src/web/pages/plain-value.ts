import type { Control } from '../../fields/field.ts';
import type { SourceLink } from '../../fields/links.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { shownValue } from '../pieces/controls.ts';
import { source } from '../pieces/parts.ts';

/**
 * A value as it stands beside another one: without the anchors and pointers by which a record's own figures lead to its
 * own sources, as these would lead into the wrong list.
 */
export function plainValue(t: Translate, control: Control, value: unknown): Html {
  if (value === undefined) return html`–`;
  if (control.shape === 'sources') {
    // Values of this shape passed the schema of sources.
    return html`<ul>${(value as readonly SourceLink[]).map((one) => html`<li>${source(t, one)}`)}</ul>`;
  }
  return shownValue(t, control, Array.isArray(value) ? value.map(withoutPointer) : value);
}

function withoutPointer(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('source' in item)) return item;
  const { source: _, ...rest } = item;
  return rest;
}
