import { countryGroups } from '../../vocabulary/country-groups.ts';
import {
  type Grouping,
  type GroupingDocument,
  groupingName,
  groupings,
  regionsOf,
} from '../../vocabulary/groupings.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatDate, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { PageParts } from '../pages/page-parts.ts';
import { codeLabel } from '../pieces/code-label.ts';

export const groupingsPath = '/groupings';

/** Regional and subregional groupings, also those without an office here: since when they act, in which languages, who says so. */
export function groupingsPage(t: Translate): PageParts {
  const title = t('focal.groupings');
  const { compare } = new Intl.Collator(t.lang);
  const sorted = groupings
    .map((one) => ({ one, name: nameOf(t, one) }))
    .toSorted((a, b) => compare(a.name, b.name));
  return {
    title,
    description: t('focal.groupingsHelp'),
    path: groupingsPath,
    current: 'countries',
    shows: [],
    bodies: [
      () =>
        html`<p class=kind><b><a href="${pageAddress(t.lang, '/focal-points')}">${t('focal.title')}</a></b><h1>${title}</h1><p class=sum>${t('focal.groupingsHelp')}<div class=scroll tabindex=0 role=region aria-label="${title}"><table><thead><tr><th scope=col>${t('focal.grouping')}<th scope=col>${t('focal.acting')}<th scope=col>${t('focal.languages')}<tbody>${sorted.map(({ one, name }) => row(t, one, name))}</table></div>`,
    ],
  };
}

function nameOf(t: Translate, one: Grouping): string {
  return one.names === undefined ? codeLabel(t, countryGroups, one.id) : groupingName(one, t.lang);
}

function row(t: Translate, one: Grouping, name: string): Html {
  const { founded, rules, languages = [], website } = one;
  const spoken = listOf(
    t.lang,
    languages.map((tag) => languageName(tag, t.lang)),
  );
  const regions = listOf(
    t.lang,
    regionsOf(one).map((region) => codeLabel(t, countryGroups, region)),
  );
  return html`<tr><th scope=row><a href="${website}">${name}</a><br><small>${regions}</small><td>${formatDate(t.lang, founded.on)}<br><small>${founded.by[t.lang]}${rules && html`<br>${documentText(t, rules)}`}</small><td>${
    languages.length === 0 ? html`<small>${t('focal.unknown')}</small>` : spoken
  }`;
}

function documentText(t: Translate, { on, by }: GroupingDocument): string {
  return `${by[t.lang]} (${formatDate(t.lang, on)})`;
}
