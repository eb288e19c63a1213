import type { SourceLink } from '../../fields/links.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';
import type { Presented } from '../../policy/present.ts';
import { formatDate } from '../../wording/format.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { titleLink } from '../pages/record-heading.ts';
import { countryLinks } from '../pieces/countries.ts';
import { source } from '../pieces/parts.ts';

/** Where a practice was taken up, when, and what shows it. */
export function adoptionList(t: Translate, adoptions: readonly Presented[]): Html {
  if (adoptions.length === 0) return html``;
  const heads = ['countries', 'on', 'sources'].map((name) => fieldLabel(t, 'adoption', name));
  return html`<h2 id=adoptions>${t('register.adoption.plural')}</h2><div class=scroll tabindex=0 role=region aria-labelledby=adoptions><table><thead><tr><th scope=col>${t('register.adoption')}${heads.map((head) => html`<th scope=col>${head}`)}<tbody>${adoptions.map((one) => row(t, one))}</table></div>`;
}

function row(t: Translate, record: Presented): Html {
  // As the kinds of the fields of an adoption let them in.
  const countries = (record.values['countries'] ?? []) as readonly string[];
  const on = record.values['on'] as PartialDate | undefined;
  const evidence = (record.values['sources'] ?? []) as readonly SourceLink[];
  return html`<tr><th scope=row>${titleLink(t, record)}<td>${countryLinks(t, countries)}<td>${on !== undefined && formatDate(t.lang, on)}<td>${evidence.map((one) => html`<p>${source(t, one)}</p>`)}`;
}
