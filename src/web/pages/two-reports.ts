import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Presented } from '../../policy/present.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { cutValue, type Detail } from './cut-values.ts';
import { plainValue } from './plain-value.ts';
import { recordAddress } from './record-heading.ts';

/** Fields of a record that the reports linked with it have otherwise. Each report keeps its own sources. */
export function differingFields(record: Presented, others: readonly Presented[]): ReadonlySet<string> {
  const differs = (name: string): boolean => {
    const own = canonicalJson(record.values[name] ?? null);
    return others.some((other) => canonicalJson(other.values[name] ?? null) !== own);
  };
  return new Set(
    Object.entries(record.register.fields).flatMap(([name, { control }]) =>
      control.shape !== 'sources' && differs(name) ? [name] : [],
    ),
  );
}

/** Where the reports of one initiative differ: a column for each, under the name of its country. What agrees stands elsewhere, once. */
export function twoReports(
  t: Translate,
  record: Presented,
  others: readonly Presented[],
  detail: Detail,
): Html {
  if (others.length === 0) return html``;
  const all = [record, ...others];
  const heads = all.map((one) => html`<th scope=col>${headOf(t, record, one)}`);
  const rows = [...differingFields(record, others)].map((name) => row(t, name, all, detail));
  return html`<h2 id=reports>${t('pair.title', { n: all.length })}</h2><p>${t('pair.help')}</p><div class="scroll says" tabindex=0 role=region aria-labelledby=reports><table><thead><tr><th scope=col>${t('dispute.field')}${heads}<tbody>${rows}</table></div>`;
}

function headOf(t: Translate, shown: Presented, one: Presented): Html {
  const name = t('dispute.says', { country: countryLabel(t, one.review.owner ?? '') });
  return one.id === shown.id ? html`${name}` : html`<a href="${recordAddress(t, one)}">${name}</a>`;
}

function row(t: Translate, name: string, all: readonly Presented[], detail: Detail): Html {
  const [{ register } = {}] = all;
  const field = register?.fields[name];
  if (register === undefined || field === undefined) return html``;
  const { control } = field;
  const cells = all.map(({ values }) => {
    const value = values[name];
    const shown = value === undefined ? undefined : cutValue(control, value, t.lang, detail).value;
    return html`<td>${plainValue(t, control, shown)}`;
  });
  return html`<tr><th scope=row>${fieldLabel(t, register.name, name)}${cells}`;
}
