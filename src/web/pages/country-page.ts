import { anyCircle } from '../../fields/facet.ts';
import { type CountryProfile, type Side, sharingKinds } from '../../operations/country-profile.ts';
import type { AskedOf } from '../../operations/follow-up/asked-of.ts';
import type { CountryCare } from '../../operations/ports/board.ts';
import type { FacetCount } from '../../operations/ports.ts';
import { countryGroups, groupsOf } from '../../vocabulary/country-groups.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { countryPath, facetPath, pageAddress } from '../address.ts';
import { askedOfSection } from '../follow-up/asked-of-section.ts';
import { type Html, html, joined } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLinks } from '../pieces/countries.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { countryFreshness } from './country-freshness.ts';
import { facetValueName } from './facet-values.ts';
import { followForms, followLinks } from './follow-links.ts';
import { label } from './label.ts';
import { anyRecord, type PageParts } from './page-parts.ts';
import { titleLink } from './record-heading.ts';
import { resultList } from './result-item.ts';

/** Partners and sectors shown on each side; the search knows the rest. */
const mostPartners = 12;
const mostSectors = 6;

export interface CountryOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Absent for a country that keeps no record and was asked for none. */
  readonly care?: CountryCare | undefined;
  /** What instruments ask of it, and what it took up. */
  readonly asked: AskedOf;
  /** Address of the node. */
  readonly node: string;
}

/** What the records say of one country: gives, receives, with whom, since when, what is missing, and how it keeps them. */
export function countryPage(t: Translate, profile: CountryProfile, options: CountryOptions): PageParts {
  const { code, total } = profile;
  const name = countryLabel(t, code);
  const groups = groupsOf(code).map((group) => codeLabel(t, countryGroups, group));
  const followed = { path: countryPath(code), query: '' };
  const all = pageAddress(t.lang, facetPath('country', code));
  return {
    title: name,
    description: `${name}${colon(t)}${t('country.recordsWith', { n: total })}`,
    path: countryPath(code),
    current: 'countries',
    otherForms: [
      { type: 'application/json', path: `/search.json?country=${code}` },
      ...followForms(followed),
    ],
    shows: [anyRecord],
    bodies: [true, false].map(
      (everyMember) => () =>
        html`<p class="kind">${groups.join(' · ')}</p><h1>${name}</h1><p><a href="${pageAddress(t.lang, `/focal-points/${code}`)}">${t('focal.title')}</a> · <a href="${pageAddress(t.lang, `/partners?country=${code}`)}">${t('partners.title')}</a>${
          total === 0
            ? html`<p class="note">${t('country.none')}</p>`
            : html`<p class="sum">${t('country.recordsWith', { n: total })}. ${sinceWhen(t, profile.years)} <a href="${all}">${t('country.seeAll')}</a></p>${knownSides(t, profile, options, everyMember)}${askedOfSection(t, options.asked, `?country=${code}`)}${followLinks(t, followed, options.node)}`
        }`,
    ),
  };
}

function knownSides(
  t: Translate,
  profile: CountryProfile,
  { today, care }: CountryOptions,
  everyMember: boolean,
): Html {
  const { gives, receives, organisations, newest } = profile;
  return html`<div class="grid">${sideOf(t, 'provider', profile, gives)}${sideOf(t, 'host', profile, receives)}${circleOf(t, profile, everyMember)}<section>${missing(t, profile)}${
    organisations.length > 0 &&
    html`<h2>${t('country.organisations')}</h2><ul>${organisations.map((one) => html`<li>${titleLink(t, one)}`)}</ul>`
  }</section></div><p class="soft">${t('country.counting')}</p>${countryFreshness(t, care)}${
    newest.length > 0 && html`<h2>${t('home.newest')}</h2>${resultList(t, newest, { today, calm: true })}`
  }`;
}

/** The records counted here: by their kinds, too, where others name the country as well, such as its needs. */
function counted(
  t: Translate,
  { kinds }: CountryProfile,
  ...filters: [facet: string, value: string][]
): string {
  const shared = kinds.filter(({ value }) => sharingKinds.includes(value));
  const apart = shared.length < kinds.length ? shared : [];
  const query = [...filters, ...apart.map(({ value }): [string, string] => ['kind', value])];
  return pageAddress(t.lang, `/search?${new URLSearchParams(query)}`);
}

function sideOf(t: Translate, facet: 'provider' | 'host', profile: CountryProfile, side: Side): Html {
  const { code } = profile;
  const records = counted(t, profile, [facet, code]);
  const heading = t(facet === 'provider' ? 'country.gives' : 'country.receives');
  if (side.total === 0)
    return html`<section><h2>${heading}</h2><p class="soft">${t('search.none')}</p></section>`;
  const flow = (partner: string): string =>
    pageAddress(
      t.lang,
      facetPath('flow', facet === 'provider' ? `${code}-${partner}` : `${partner}-${code}`),
    );
  const partners = side.partners.slice(0, mostPartners);
  return html`<section><h2>${heading}</h2><p class="big"><a href="${records}">${t('home.records', { n: side.total })}</a></p>${
    partners.length === 0
      ? html`<p class="soft">${t('country.noOther')}</p>`
      : html`<table><caption>${t('country.withWhom')}<tbody>${partners.map(
          ({ value, count }) =>
            html`<tr><th scope="row"><a href="${pageAddress(t.lang, countryPath(value))}">${countryLabel(t, value)}</a><td class="num"><a href="${flow(value)}">${formatNumber(t.lang, count)}</a>`,
        )}</table>`
  }${
    side.partners.length > partners.length &&
    html`<p><a href="${records}">${t('common.moreCount', { n: side.partners.length - partners.length })}</a></p>`
  }${
    side.sectors.length > 0 &&
    html`<p class="soft">${label(t, 'field.sectors')}${joined(
      side.sectors
        .slice(0, mostSectors)
        .map(
          ({ value, count }) => html`${facetValueName(t, 'sector', value)} (${formatNumber(t.lang, count)})`,
        ),
      comma(t),
    )}</p>`
  }</section>`;
}

/** With whom it shares as one of several that all share and use; past the first either the names of the others or how many they are. */
function circleOf(t: Translate, profile: CountryProfile, everyMember: boolean): Html {
  const { code, circle } = profile;
  if (circle.total === 0) return html``;
  const records = counted(t, profile, ['provider', code], ['host', code], ['circle', anyCircle]);
  const first = circle.members.slice(0, mostPartners);
  const others = circle.members.slice(mostPartners).map(({ value }) => value);
  const more = others.length > 0 && t('common.moreCount', { n: others.length });
  return html`<section><h2>${t('country.forums')}</h2><p class="big"><a href="${records}">${t('home.records', { n: circle.total })}</a></p><p class="soft">${t('country.forumsHelp')}</p><table><caption>${t('country.withWhom')}<tbody>${first.map(
    ({ value, count }) =>
      html`<tr><th scope="row"><a href="${pageAddress(t.lang, countryPath(value))}">${countryLabel(t, value)}</a><td class="num"><a href="${counted(t, profile, ['circle', [code, value].sort().join('-')])}">${formatNumber(t.lang, count)}</a>`,
  )}</table>${
    more &&
    (everyMember
      ? html`<details><summary>${more}</summary>${countryLinks(t, others)}</details>`
      : html`<p><a href="${records}">${more}</a></p>`)
  }</section>`;
}

function sinceWhen(t: Translate, years: readonly FacetCount[]): string {
  const first = years[0]?.value;
  const last = years.at(-1)?.value;
  if (first === undefined || last === undefined) return '';
  const range = first === last ? first : t('period.range', { start: first, end: last });
  return `${t('common.colon', { label: t('country.sinceWhen'), value: range })}.`;
}

function missing(t: Translate, profile: CountryProfile): Html {
  const { code, gaps, kinds } = profile;
  if (gaps.length === 0) return html``;
  const total = kinds.reduce(
    (sum, { value, count }) => (sharingKinds.includes(value) ? sum + count : sum),
    0,
  );
  return html`<h2>${t('record.missing')}</h2><table><caption>${t('country.missingHelp')}<tbody>${gaps.map(
    ({ value, count }) =>
      html`<tr><th scope="row"><a href="${counted(t, profile, ['country', code], ['gap', value])}">${facetValueName(t, 'gap', value)}</a><td class="num">${t('common.of', { n: formatNumber(t.lang, count), all: formatNumber(t.lang, total) })}`,
  )}</table>`;
}
