import { partnerFactors, partnerPoints } from '../../matching/partners/partner-weights.ts';
import {
  alikeFrom,
  apartShare,
  elsewhereShare,
  enoughUses,
  factors,
  fieldShare,
  freshYears,
  mostPoints,
  mostRelated,
  nameShare,
  nearShare,
  oldYears,
  phraseShare,
  relatedShare,
  synonymShare,
  traits,
  translatedShare,
  wordShare,
} from '../../matching/weights.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import type { PageParts } from '../pages/page-parts.ts';

/** How matches and partners are found: every weight as the program has it. */
export function howPage(t: Translate): PageParts {
  return {
    title: t('how.title'),
    description: t('how.lead'),
    path: '/how-matches-are-found',
    shows: [],
    bodies: [
      () =>
        html`<h1>${t('how.title')}</h1><p class=sum>${t('how.lead')}</p><h2>${t('solved.title')}</h2><p class=sum>${t('how.candidates')}</p>${table(
          t,
          factors.map((factor) => [
            t(`solved.factor.${factor}`),
            mostPoints[factor],
            t(`how.factor.${factor}`, figures),
          ]),
        )}<p class=sum>${t('how.related', figures)}</p><p class=sum>${t('how.alike', figures)} ${traits.map((trait) => t(`solved.trait.${trait}`)).join(' · ')}</p><p class=sum>${t('how.noMerit')}</p><h2>${t('partners.title')}</h2><p class=sum>${t('how.partners')}</p>${table(
          t,
          partnerFactors.map((factor) => [
            t(`partners.factor.${factor}`),
            partnerPoints[factor],
            t(`how.partner.${factor}`),
          ]),
        )}<p class=sum>${t('how.circles')} ${t('how.gaps')}</p><h2>${t('how.kept')}</h2><p class=sum>${t('how.keptText')}</p>`,
    ],
  };
}

const figures = {
  translated: translatedShare,
  elsewhere: elsewhereShare,
  synonym: synonymShare,
  field: fieldShare,
  phrase: phraseShare,
  apart: apartShare,
  related: relatedShare,
  near: nearShare,
  word: wordShare,
  mostRelated,
  name: nameShare,
  text: 1 - nameShare,
  uses: enoughUses,
  fresh: freshYears,
  old: oldYears,
  least: alikeFrom,
  of: traits.length,
};

function table(t: Translate, rows: readonly (readonly [name: string, points: number, what: string])[]): Html {
  return html`<div class=scroll><table><thead><tr><th scope=col>${t('how.column.factor')}<th scope=col class=num>${t('how.column.points')}<th scope=col>${t('how.column.what')}<tbody>${rows.map(
    ([name, points, what]) =>
      html`<tr><th scope=row>${name}<td class=num>${formatNumber(t.lang, points)}<td>${what}`,
  )}</table></div>`;
}
