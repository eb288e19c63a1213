import type { Partner } from '../../matching/partners/suggest-partners.ts';
import type { AskedForPartners } from '../../operations/matching/partner-request.ts';
import type { Partners } from '../../operations/matching/partners.ts';
import { countryName, isCountry } from '../../vocabulary/countries.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { countryPath, pageAddress } from '../address.ts';
import { optionsOf, select } from '../forms/options.ts';
import { type Html, html } from '../html.ts';
import { facetValueName } from '../pages/facet-values.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { countryLabel } from '../pieces/country-name.ts';

const levels = [12, 8, 4] as const;
/** Countries named in one sentence; of more it is told how many. */
const mostNamed = 30;

/** Suggestions for a country and a sector, why, and who is never suggested. */
export function partnersPage(t: Translate, asked: AskedForPartners, found?: Partners): PageParts {
  const query = new URLSearchParams();
  if (asked.country !== '') query.set('country', asked.country);
  if (asked.sector !== '') query.set('sector', asked.sector);
  if (asked.wanted === 'recipient') query.set('wanted', asked.wanted);
  const path = query.size === 0 ? '' : `?${query}`;
  return {
    title: t('partners.title'),
    description: t('partners.lead'),
    path: `/partners${path}`,
    ...(found === undefined
      ? {}
      : { otherForms: [{ type: 'application/json', path: `/partners.json${path}` }] }),
    unlisted: found !== undefined,
    shows: [anyRecord],
    bodies: levels.map(
      (most) => () =>
        html`<h1>${t('partners.title')}</h1><p class=sum>${t('partners.lead')} <a href="${pageAddress(t.lang, '/how-matches-are-found')}">${t('how.title')}</a></p>${form(t, asked)}${asked.unknown.map(
          (what) => html`<p class=note>${t(`partners.unknown.${what}`, { got: asked[what] })}`,
        )}${found !== undefined && answer(t, found, most)}`,
    ),
  };
}

function form(t: Translate, { country, sector, wanted }: AskedForPartners): Html {
  const shown = isCountry(country) ? countryName(country, t.lang) : country;
  const categories = optionsOf(sectors, t).filter(({ code }) => code.length === 3);
  const chosen = categories.find(({ code }) => code === sector);
  return html`<form action="${pageAddress(t.lang, '/partners')}"><p><label for=country>${t('solved.country')}</label><br><input id=country name=country value="${shown}" dir=auto required><p class=scroll><label for=sector>${t('facet.sector')}</label><br>${select(html` id=sector name=sector`, t('partners.anySector'), categories, chosen)}<p>${(
    ['provider', 'recipient'] as const
  ).map(
    (one, i) =>
      html`${i > 0 && html`<br>`}<label><input type=radio name=wanted value=${one}${one === wanted && html` checked`}> ${t(`partners.wanted.${one}`)}</label>`,
  )}<p><button>${t('partners.button')}</button></form>`;
}

function answer(t: Translate, { request, partners, already, gaps, records }: Partners, most: number): Html {
  const { country, sector } = request;
  const about = sector === undefined ? t('partners.anySector') : facetValueName(t, 'sector', sector);
  const shown = partners.slice(0, most);
  return html`<h2>${t('partners.for', { country: countryLabel(t, country), sector: about })}</h2><p class=soft>${t('partners.basis', { n: records })}</p>${
    shown.length === 0
      ? html`<p class=note>${t('partners.none')}`
      : html`<ol class=res>${shown.map((partner) => html`<li>${partnerItem(t, request, partner)}`)}</ol>`
  }${
    already.length > 0 &&
    html`<h2>${t('partners.already')}</h2><p>${named(
      t,
      already.map((one) => one.country),
    )}`
  }<h2>${t('partners.gaps')}</h2><p class=sum>${t('partners.gapsLead')}</p><ul>${
    gaps.wanting.length > 0 &&
    html`<li><b>${t('partners.wanting')}</b> ${gaps.wanting
      .slice(0, mostNamed)
      .map((one) =>
        t('partners.wantingOne', {
          country: countryLabel(t, one.country),
          needs: one.needs,
          partners: one.partners,
        }),
      )
      .join(' · ')}`
  }<li><b>${t('partners.neverNamed', { n: gaps.neverNamed.length })}</b> ${named(t, gaps.neverNamed)}<li><b>${t('partners.silent', { n: gaps.silent.length })}</b> ${gaps.silent.length <= mostNamed && named(t, gaps.silent)}</ul>`;
}

function named(t: Translate, codes: readonly string[]): string {
  const names = codes.slice(0, mostNamed).map((code) => countryLabel(t, code));
  const rest = codes.length - names.length;
  return [...names, ...(rest > 0 ? [t('common.moreCount', { n: rest })] : [])].join(' · ');
}

/** What it has shared (or used), with how many: in the sector, where one was asked for, and at all. */
function experience(
  t: Translate,
  { sector, wanted }: Partners['request'],
  partner: Partner,
): readonly string[] {
  const did = wanted === 'provider' ? 'shared' : 'used';
  const atAll = t(`partners.reason.${did}`, { n: partner.reach });
  if (sector === undefined) return [atAll];
  const name = facetValueName(t, 'sector', sector);
  return [t(`partners.reason.${did}In`, { n: partner.inSector, sector: name }), atAll];
}

function partnerItem(t: Translate, request: Partners['request'], partner: Partner): Html {
  const { kilometres, languages, others } = partner;
  const reasons = [
    ...experience(t, request, partner),
    ...(others.length === 0
      ? []
      : [
          t('partners.reason.others', {
            countries: others.map((code) => countryLabel(t, code)).join(comma(t)),
          }),
        ]),
    ...(partner.together === 0 ? [] : [t('partners.reason.together', { n: partner.together })]),
    ...(kilometres === undefined
      ? []
      : [t('partners.reason.near', { km: Math.round(kilometres / 50) * 50 })]),
    ...(partner.sameSubRegion ? [t('partners.reason.subRegion')] : []),
    languages.length === 0
      ? t('partners.reason.noLanguage')
      : t('partners.reason.language', {
          languages: languages.map((one) => languageName(one, t.lang)).join(comma(t)),
        }),
  ];
  const total = partner.factors.reduce((sum, one) => sum + one.of, 0);
  return html`<h3><a href="${pageAddress(t.lang, countryPath(partner.country))}">${countryLabel(t, partner.country)}</a></h3><p class=sum>${reasons.join(' · ')}</p><details><summary>${t('solved.points', { points: Math.round(partner.points), of: total })}</summary><table><tbody>${partner.factors.map(
    ({ factor, points, of }) =>
      html`<tr><th scope=row>${t(`partners.factor.${factor}`)}<td class=num>${formatNumber(t.lang, Math.round(points))} / ${formatNumber(t.lang, of)}`,
  )}</table></details>`;
}
