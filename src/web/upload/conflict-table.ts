import type { FieldChange } from '../../operations/uploads/row-verdict.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { shownValue } from '../pieces/controls.ts';

/** A row that met a newer state of its record: each field as it was when the row was downloaded, as it is, as the row has it. */
export function conflictTable(t: Translate, register: Register, changes: readonly FieldChange[]): Html {
  const shown = (field: string, value: unknown): Html => {
    const control = register.fields[field]?.control;
    return value === undefined || control === undefined ? html`–` : html`${shownValue(t, control, value)}`;
  };
  const rows = changes.map(
    ({ field, base, now, yours }) =>
      html`<tr><th scope=row>${fieldLabel(t, register.name, field)}<td>${shown(field, base)}<td>${shown(field, now)}<td>${shown(field, yours)}`,
  );
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('upload.conflictTable')}"><table><thead><tr><th scope=col>${t('upload.field')}<th scope=col>${t('upload.base')}<th scope=col>${t('upload.now')}<th scope=col>${t('upload.yours')}</thead><tbody>${rows}</table></div>`;
}
