import type { FacetCount } from '../../operations/ports.ts';
import { countries, countryName, isSouth, regionOf } from '../../vocabulary/countries.ts';
import { countryGroups } from '../../vocabulary/country-groups.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, joined } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLink } from '../pieces/countries.ts';
import { anyRecord, type PageParts } from './page-parts.ts';

/** How many records tell what a country gives and receives, and how many name it at all: in a need, say. */
export interface CountryCounts {
  readonly named: readonly FacetCount[];
  readonly gives: readonly FacetCount[];
  readonly receives: readonly FacetCount[];
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly named: number;
  readonly gives: number;
  readonly receives: number;
}

/** All countries by region with what they give and receive, and those of the South that no record names. */
export function countriesPage(t: Translate, counts: CountryCounts): PageParts {
  const rows = rowsOf(t, counts);
  const named = rows.filter((row) => row.named > 0);
  const without = rows.filter((row) => row.named === 0 && isSouth(row.code));
  const regions = [...countryGroups.entries.keys()].filter((group) =>
    named.some(({ code }) => regionOf(code) === group),
  );
  return {
    title: t('country.title'),
    description: t('country.counting'),
    path: '/countries',
    current: 'countries',
    shows: [anyRecord],
    bodies: [
      () =>
        html`<h1>${t('country.title')}</h1><p class="sum">${t('country.counting')}</p><div class=two>${regions.map(
          (region) =>
            tableOf(
              t,
              codeLabel(t, countryGroups, region),
              named.filter(({ code }) => regionOf(code) === region),
            ),
        )}</div>${
          without.length > 0 &&
          html`<h2>${t('country.without')}</h2><p>${joined(
            without.map((row) => link(t, row)),
            ' · ',
          )}</p>`
        }`,
    ],
  };
}

function rowsOf(t: Translate, counts: CountryCounts): readonly Row[] {
  const [named, gives, receives] = [counts.named, counts.gives, counts.receives].map(
    (side) => new Map(side.map(({ value, count }) => [value, count])),
  );
  const byName = new Intl.Collator(t.lang);
  return [...countries.entries.keys()]
    .map((code) => ({
      code,
      name: countryName(code, t.lang),
      named: named?.get(code) ?? 0,
      gives: gives?.get(code) ?? 0,
      receives: receives?.get(code) ?? 0,
    }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

function tableOf(t: Translate, region: string, rows: readonly Row[]): Html {
  return html`<div class=scroll tabindex=0 role=region aria-label="${region}"><table><caption>${region}<thead><tr><th scope="col">${t('field.country')}<th scope="col" class="num">${t('country.gives')}<th scope="col" class="num">${t('country.receives')}<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${link(t, row)}<td class="num">${number(t, row.gives)}<td class="num">${number(t, row.receives)}`,
  )}</table></div>`;
}

function link(t: Translate, { code }: Row): Html {
  return countryLink(t, code);
}

function number(t: Translate, count: number): string {
  return count === 0 ? '–' : formatNumber(t.lang, count);
}
