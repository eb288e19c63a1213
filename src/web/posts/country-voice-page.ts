import type { CountryVoice, FocalPoint } from '../../operations/posts/focal-points.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { formatDate, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { countryPath, pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { countryFreshness } from '../pages/country-freshness.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { shownText } from '../pieces/texts.ts';
import { held, reach, voicePath } from './focal-points-page.ts';

/** Who speaks for one country, and how it keeps what it released. */
export function countryVoicePage(t: Translate, voice: CountryVoice): PageParts {
  const { country, focalPoints, care } = voice;
  const askedOn = care?.askedOn;
  const name = countryLabel(t, country);
  return {
    title: t('focal.of', { country: name }),
    path: voicePath(country),
    current: 'countries',
    shows: [anyRecord],
    bodies: [
      () =>
        html`<p><a href="${pageAddress(t.lang, '/focal-points')}">${t('focal.title')}</a></p><h1>${t('focal.of', { country: name })}</h1>${
          focalPoints.length === 0
            ? html`<p class=note>${t('focal.nobody', { country: name })}`
            : focalPoints.map((one) => office(t, one))
        }${countryFreshness(t, care)}${
          askedOn !== undefined && html`<p>${t('focal.askedSince', { date: formatDate(t.lang, askedOn) })}`
        }<p><a class=btn href="${pageAddress(t.lang, countryPath(country))}">${t('focal.records', { country: name })}</a>`,
    ],
  };
}

function office(t: Translate, one: FocalPoint): Html {
  const { title, organisation, sectors: share = [], organisations = [] } = one.post;
  return html`<h2>${shownText(t, title)}</h2><dl>${
    organisation !== undefined && html`<dt>${t('facet.organisation')}<dd dir=auto>${organisation}`
  }<dt>${t('focal.howToReach')}<dd>${reach(t, one)}<dt>${t('focal.held')}<dd>${held(t, one)}${
    share.length > 0 &&
    html`<dt>${t('field.sectors')}<dd>${listOf(
      t.lang,
      share.map((code) => codeLabel(t, sectors, code)),
    )}`
  }${
    organisations.length > 0 &&
    html`<dt>${t('post.share.organisations')}<dd dir=auto>${listOf(t.lang, organisations)}`
  }</dl>`;
}
