import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { PostKind, PostProfile } from '../../lifecycle/post.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { sectorCategories, sectors } from '../../vocabulary/sectors.ts';
import type { Translate } from '../../wording/messages.ts';
import { optionLabel, optionsOf, select } from '../forms/options.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { textLines } from '../review/inputs.ts';
import { line, oneOf, tick, ticks } from './inputs.ts';

/** How much of a post the person may decide. */
export interface PostPower {
  /** Kinds to choose from; of a post that is there its own alone. */
  readonly kinds: readonly PostKind[];
  /** The only country, where there is no choice. */
  readonly country?: string | undefined;
  /** Whether kind, country, organisation and share may be typed at all: a holder leaves those of its own post alone. */
  readonly power: boolean;
}

/** What a post is, as inputs. */
export function postForm(
  t: Translate,
  profile: Partial<PostProfile>,
  { kinds, country, power }: PostPower,
): Html {
  const { kind = kinds[0], responseDays, contact = '', organisation = '', twoPersons = false } = profile;
  return html`${power && kinds.length > 1 && oneOf(t('post.kind'), 'kind', kindChoices(t, kinds), kind)}${
    !(power && kinds.length > 1) && html`<input type=hidden name=kind value="${kind}">`
  }${titles(t, profile)}${power ? countryChoice(t, profile.country ?? country, country) : html`<input type=hidden name=country value="${profile.country}">`}${
    power
      ? line({
          name: 'organisation',
          label: t('post.organisation'),
          value: organisation,
          help: t('post.organisation.help'),
        })
      : html`<input type=hidden name=organisation value="${organisation}">`
  }${languageBoxes(t, profile)}${line({
    name: 'responseDays',
    label: t('post.responseDays'),
    value: responseDays === undefined ? '' : String(responseDays),
    keys: 'numeric',
    help: t('post.responseDays.help'),
  })}${line({ name: 'contact', label: t('post.contact'), value: contact, keys: 'email', help: t('post.contact.help') })}${
    power ? share(t, profile) : hiddenShare(profile)
  }${kinds.includes('focalPoint') && html`<div class=f>${tick('twoPersons', 'yes', t('post.twoPersons'), twoPersons)}</div>`}`;
}

function kindChoices(t: Translate, kinds: readonly PostKind[]) {
  return kinds.map((kind) => ({
    value: kind,
    label: html`<strong>${t(`postKind.${kind}`)}</strong> <small>${t(`postKind.${kind}.help`)}</small>`,
  }));
}

/** The name of the office in as many languages as it has one in; the reader's first. */
function titles(t: Translate, { title }: Partial<PostProfile>): Html {
  const others = Object.keys(title?.texts ?? {}).filter((tag) => tag !== t.lang);
  const tags = [...new Set([t.lang, ...interfaceLanguages, ...others])];
  const [first, ...rest] = tags.map((lang) =>
    line({
      name: `title.${lang}`,
      label: t('form.inLanguage', { what: t('post.title'), language: languageName(lang, t.lang) }),
      value: title?.texts[lang] ?? '',
      lang,
    }),
  );
  return html`<input type=hidden name=original value="${title?.original ?? ''}">${first}<details${others.length > 0 && html` open`}><summary>${t('post.title.others')}</summary>${rest}</details>`;
}

function countryChoice(t: Translate, chosen: string | undefined, only: string | undefined): Html {
  if (only !== undefined) {
    return html`<input type=hidden name=country value="${only}"><p>${t('common.colon', { label: t('field.country'), value: countryLabel(t, only) })}`;
  }
  const picked = chosen === undefined ? undefined : { code: chosen, label: countryLabel(t, chosen) };
  return html`<div class=f><label for=country>${t('field.country')}</label>${select(html` id=country name=country`, t('post.noCountry'), optionsOf(countries, t), picked)}</div>`;
}

function languageBoxes(t: Translate, { languages: chosen = [t.lang] }: Partial<PostProfile>): Html {
  const known = interfaceLanguages.map((value) => ({ value, label: languageName(value, t.lang) }));
  const others = chosen.filter((tag) => known.every(({ value }) => value !== tag));
  return html`${ticks(t('post.languages'), 'language', known, chosen, t('post.languages.help'))}${line({
    name: 'languages',
    label: t('post.languages.others'),
    value: others.join(', '),
    help: t('post.languages.others.help'),
  })}`;
}

/** The part of its country's records that a focal point answers for. */
function share(t: Translate, { sectors: chosen = [], organisations = [] }: Partial<PostProfile>): Html {
  const boxes = sectorCategories.map((value) => ({ value, label: optionLabel(sectors, value, t) }));
  return html`<details${chosen.length + organisations.length > 0 && html` open`}><summary>${t('post.share')}</summary><p class=soft>${t('post.share.help')}</p>${ticks(t('field.sectors'), 'sector', boxes, chosen)}${textLines(
    {
      name: 'organisations',
      label: t('post.share.organisations'),
      help: t('form.oneALine'),
      text: organisations.join('\n'),
    },
  )}</details>`;
}

function hiddenShare({ sectors: chosen = [], organisations = [] }: Partial<PostProfile>): Html {
  return html`${chosen.map((value) => html`<input type=hidden name=sector value="${value}">`)}${
    organisations.length > 0 &&
    html`<input type=hidden name=organisations value="${organisations.join('\n')}">`
  }`;
}
