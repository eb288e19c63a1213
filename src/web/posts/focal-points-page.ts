import type { CountryVoice, FocalPoint } from '../../operations/posts/focal-points.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatDate, formatNumber, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { sinceText } from '../../wording/since-until.ts';
import { pageAddress } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { shownText } from '../pieces/texts.ts';
import { groupingsPath } from './groupings-page.ts';

/** How much of each office is said: all of it, its name and whether it is held, or the country alone. */
type Detail = 'offices' | 'names' | 'countries';

/** Who speaks for which country, and who leaves others waiting. */
export function focalPointsPage(
  t: Translate,
  voices: readonly CountryVoice[],
  secretariats: readonly FocalPoint[],
): PageParts {
  const sorted = byName(t, voices);
  const levels: readonly Detail[] = ['offices', 'names', 'countries'];
  return {
    title: t('focal.title'),
    description: t('focal.about'),
    path: '/focal-points',
    current: 'countries',
    shows: [anyRecord],
    bodies: levels.map(
      (detail) => () => html`${whole(t, sorted, detail)}${offered(t, secretariats, detail)}`,
    ),
  };
}

/** Address of the page of one country's offices. */
export function voicePath(country: string): string {
  return `/focal-points/${country}`;
}

function byName(t: Translate, voices: readonly CountryVoice[]): readonly CountryVoice[] {
  const { compare } = new Intl.Collator(t.lang);
  return voices.toSorted((a, b) => compare(countryName(a.country, t.lang), countryName(b.country, t.lang)));
}

function whole(t: Translate, voices: readonly CountryVoice[], detail: Detail): Html {
  const speaking = voices.filter(({ focalPoints }) => focalPoints.length > 0);
  const without = voices.filter(({ focalPoints }) => focalPoints.length === 0);
  const vacant = speaking.filter(({ focalPoints }) =>
    focalPoints.every((one) => one.heldSince === undefined),
  );
  const waiting = voices.filter(({ care }) => (care?.asked ?? 0) > 0);
  return html`<h1>${t('focal.title')}</h1><p class=sum>${t('focal.about')}</p>${
    speaking.length === 0 ? html`<p class=note>${t('focal.none')}` : offices(t, speaking, detail)
  }${waiting.length + without.length + vacant.length > 0 && html`<h2>${t('focal.silent')}</h2><p class=soft>${t('focal.silent.about')}</p>`}${
    waiting.length > 0 && waitingTable(t, waiting)
  }${without.length > 0 && html`<h3>${t('focal.without')}</h3><p>${names(t, without)}`}${
    vacant.length > 0 && html`<h3>${t('focal.vacant')}</h3><p>${names(t, vacant)}`
  }`;
}

function offices(t: Translate, speaking: readonly CountryVoice[], detail: Detail): Html {
  if (detail === 'countries') return html`<p>${names(t, speaking)}`;
  const more = detail === 'offices' && html`<th scope=col>${t('focal.howToReach')}`;
  const rows = speaking.map(({ country, focalPoints }) =>
    focalPoints.map(
      (one) =>
        html`<tr><th scope=row>${voiceLink(t, country)}<td>${shownText(t, one.post.title)}${detail === 'offices' && organisation(one)}${
          detail === 'offices' && html`<td>${reach(t, one)}`
        }<td>${held(t, one)}`,
    ),
  );
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('focal.title')}"><table><thead><tr><th scope=col>${t('field.country')}<th scope=col>${t('focal.office')}${more}<th scope=col>${t('focal.held')}<tbody>${rows}</table></div>`;
}

/** Secretariats of regions and groups: in which languages they write, since when they are held; the way to groupings and consultations. */
function offered(t: Translate, secretariats: readonly FocalPoint[], detail: Detail): Html {
  const way = html`<p><a href="${pageAddress(t.lang, groupingsPath)}">${t('focal.groupings')}</a> · <a href="${pageAddress(t.lang, '/consultations')}">${t('consultation.heading')}</a>`;
  if (secretariats.length === 0) return way;
  const more = detail === 'offices' && html`<th scope=col>${t('focal.howToReach')}`;
  const rows = secretariats.map(
    (one) =>
      html`<tr><th scope=row>${shownText(t, one.post.title)}${detail === 'offices' && html`<td>${reach(t, one)}`}<td>${held(t, one)}`,
  );
  return html`<h2>${t('focal.secretariats')}</h2><div class=scroll tabindex=0 role=region aria-label="${t('focal.secretariats')}"><table><thead><tr><th scope=col>${t('focal.office')}${more}<th scope=col>${t('focal.held')}<tbody>${rows}</table></div>${way}`;
}

function organisation({ post }: FocalPoint): Html {
  return html`${post.organisation !== undefined && html`<br><small dir=auto>${post.organisation}</small>`}`;
}

/** In which languages, within how many days, under which address of the office. */
export function reach(t: Translate, { post: { languages, responseDays, contact } }: FocalPoint): Html {
  const pieces = [
    contact !== undefined && html`<a href="mailto:${contact}"><bdi>${contact}</bdi></a>`,
    listOf(
      t.lang,
      languages.map((tag) => languageName(tag, t.lang)),
    ),
    responseDays !== undefined && t('focal.within', { n: responseDays }),
  ];
  return joined(
    pieces.filter((piece) => piece !== false),
    html`<br>`,
  );
}

/** Since when the office is held, and by whom where that person agreed to be named. */
export function held(t: Translate, { heldSince, names: people }: FocalPoint): Html {
  if (heldSince === undefined) return html`<b>${t('post.vacant')}</b>`;
  const since = sinceText(t, heldSince);
  return html`${since}${people.length > 0 && html`<br><bdi>${listOf(t.lang, people)}</bdi>`}`;
}

function waitingTable(t: Translate, waiting: readonly CountryVoice[]): Html {
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('focal.waiting')}"><table><caption>${t('focal.waiting')}<thead><tr><th scope=col>${t('field.country')}<th scope=col class=num>${t('focal.requests')}<th scope=col class=num>${t('focal.long')}<th scope=col>${t('focal.since')}<tbody>${waiting.map(
    ({ country, care }) =>
      html`<tr><th scope=row>${voiceLink(t, country)}<td class=num>${formatNumber(t.lang, care?.asked ?? 0)}<td class=num>${formatNumber(t.lang, care?.silent ?? 0)}<td>${care?.askedOn !== undefined && formatDate(t.lang, care.askedOn)}`,
  )}</table></div>`;
}

function names(t: Translate, voices: readonly CountryVoice[]): Html {
  return joined(
    voices.map(({ country }) => voiceLink(t, country)),
    ' · ',
  );
}

function voiceLink(t: Translate, country: string): Html {
  return html`<a href="${pageAddress(t.lang, voicePath(country))}">${countryLabel(t, country)}</a>`;
}
