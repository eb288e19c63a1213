import type { Presented } from '../../policy/present.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { shownValue } from '../pieces/controls.ts';
import { langAttributes } from '../pieces/texts.ts';
import { cutValue, type Detail } from './cut-values.ts';
import { langTextOf } from './record-heading.ts';

export interface RecordFields {
  readonly fields: Html;
  /** Something was left out at this level of detail. */
  readonly cut: boolean;
}

/** Every field that has a value, in the order of the register, under its label; the title in its other languages. */
export function recordFields(t: Translate, record: Presented, detail: Detail): RecordFields {
  const { register, values } = record;
  let cut = false;
  const rows = Object.entries(register.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || name === register.title) return [];
    // Figures point into the list of sources: it is shown twice as far as they are.
    const far = name === 'sources' ? { ...detail, items: detail.items * 2 } : detail;
    const shown = cutValue(field.control, value, t.lang, far);
    cut ||= shown.cut;
    return [html`<dt>${fieldLabel(t, register.name, name)}<dd>${shownValue(t, field.control, shown.value)}`];
  });
  return { fields: html`<dl>${rows}${otherTitles(t, record)}</dl>`, cut };
}

function otherTitles(t: Translate, record: Presented): Html {
  const title = langTextOf(record, record.register.title);
  const shown = title?.texts[t.lang] === undefined ? title?.original : t.lang;
  const others = Object.entries(title?.texts ?? {}).filter(([lang]) => lang !== shown);
  if (others.length === 0) return html``;
  return html`<dt>${t('record.otherLanguages')}<dd><ul>${others.map(([lang, text]) => html`<li><span${langAttributes(t, lang)}>${text}</span>`)}</ul>`;
}
