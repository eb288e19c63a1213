import { fold } from '../../language/fold.ts';
import type { Misfit } from '../../matching/explain.ts';
import type { Solution, Solved } from '../../operations/matching/who-has-solved.ts';
import { languageName } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { facetValueName } from '../pages/facet-values.ts';
import { resultItem } from '../pages/result-item.ts';
import { arrow } from '../pieces/arrow.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { langAttributes } from '../pieces/texts.ts';
import { pointsTable } from './points-table.ts';
import { traitNames } from './trait-names.ts';
import { usefulForm } from './useful.ts';

export interface ItemOptions {
  readonly solved: Solved;
  readonly today: string;
  readonly asks: boolean;
  readonly passage: number;
}

/** Words told as found. */
const mostWords = 8;
/** Related things shown as reasons. */
const mostRelated = 6;

/** A record, why it stands here, and what does not fit. */
export function solutionItem(
  t: Translate,
  solution: Solution,
  { solved, today, asks, passage }: ItemOptions,
): Html {
  const { record, explained } = solution;
  return html`${resultItem(t, record, { today, terms: explained.terms, passage })}${reasons(t, solution, solved)}${misfits(t, solution)}${pointsTable(t, solution.ranked)}${propose(t, solution, solved)}${asks && usefulForm(t, solution, solved)}`;
}

function reasons(t: Translate, { ranked, explained }: Solution, { setting }: Solved): Html {
  const words = explained.words
    .slice(0, mostWords)
    .map(
      ({ asked, found, lang, translated }) =>
        html`<bdi>${asked}</bdi>${(translated || lang !== t.lang || !alike(asked, found)) && html` ${arrow(t.lang)} <bdi${langAttributes(t, lang)}>${found}</bdi>${lang !== 'und' && html` <small>(${languageName(lang, t.lang)}${translated && [comma(t), t('solved.translated')]})</small>`}`}`,
    );
  const related = explained.related
    .slice(0, mostRelated)
    .map(
      ({ asked, found, lang, relation }) =>
        html`<bdi>${asked}</bdi> ${arrow(t.lang)} <bdi${langAttributes(t, lang)}>${found}</bdi> <small>(${lang !== 'und' && [languageName(lang, t.lang), comma(t)]}${t(`solved.relation.${relation}`)})</small>`,
    );
  const { likeness, tried } = ranked;
  const sectors = ranked.sectors.map((code) => facetValueName(t, 'sector', code));
  const goals = ranked.goals.map((code) => facetValueName(t, 'sdg', code));
  return html`<ul>${words.length > 0 && html`<li><b>${t('solved.wordsFound')}</b> ${joined(words, ' · ')}`}${
    related.length > 0 && html`<li><b>${t('solved.related')}</b> ${joined(related, ' · ')}`
  }${
    sectors.length > 0 && html`<li><b>${t('solved.sameSector')}</b> ${sectors.join(' · ')}`
  }${goals.length > 0 && html`<li><b>${t('solved.sameGoal')}</b> ${goals.join(' · ')}`}${
    likeness !== undefined &&
    likeness.same.length > 0 &&
    setting.country !== undefined &&
    html`<li><b>${t('solved.like', { own: countryLabel(t, setting.country), other: countryLabel(t, likeness.country) })}</b> ${likeness.same
      .map(({ trait, values }) => traitNames(t, trait, values))
      .join(' · ')}`
  }<li><b>${t('solved.tried')}</b> ${joined(triedParts(t, tried), ' · ')}</ul>`;
}

/** In how many letters two words begin alike that differ in their ending alone. */
const beginning = 4;

/** Whether a record says a word as it was asked, but for its ending: then it need not be told beside it. */
function alike(asked: string, found: string): boolean {
  return fold(asked).slice(0, beginning) === fold(found).slice(0, beginning);
}

function triedParts(t: Translate, tried: Solution['ranked']['tried']): readonly string[] {
  const { uses, lastYear, confirmation, confirmedBy } = tried;
  return [
    uses.length === 0 ? t('solved.misfit.unused') : t('solved.uses', { n: uses.length }),
    ...(lastYear === undefined ? [] : [t('solved.lastWord', { year: String(lastYear) })]),
    confirmedBy.length > 0
      ? t('solved.confirmedBy', {
          countries: confirmedBy.map((code) => countryLabel(t, code)).join(comma(t)),
        })
      : t(`confirmation.${confirmation}`),
  ];
}

function misfits(t: Translate, { ranked, explained }: Solution): Html {
  const { likeness } = ranked;
  const differ = explained.misfits.flatMap((one) => (one.kind === 'country' ? [one] : []));
  const others = explained.misfits.flatMap((one) => (one.kind === 'country' ? [] : [misfitText(t, one)]));
  const country =
    likeness === undefined || differ.length === 0
      ? []
      : [
          t('solved.misfit.country', {
            country: countryLabel(t, likeness.country),
            traits: differ.map(({ trait, values }) => traitNames(t, trait, values)).join(' · '),
          }),
        ];
  const all = [...others, ...country];
  if (all.length === 0) return html``;
  return html`<details><summary>${t('solved.misfits')}</summary><ul>${all.map((one) => html`<li>${one}`)}</ul></details>`;
}

function misfitText(t: Translate, misfit: Exclude<Misfit, { kind: 'country' }>): string {
  switch (misfit.kind) {
    case 'words':
      return t('solved.misfit.words', { words: misfit.missing.join(' · ') });
    case 'language':
      return t('solved.misfit.language', {
        languages: misfit.langs.map((lang) => languageName(lang, t.lang)).join(comma(t)),
      });
    case 'old':
      return t('solved.misfit.old', { year: String(misfit.year) });
    case 'unused':
    case 'observed':
    case 'disputed':
      return t(`solved.misfit.${misfit.kind}`);
  }
}

/** Where one of the two is a need, somebody can propose that the two be matched. */
function propose(t: Translate, { record }: Solution, { asker }: Solved): Html {
  const need = asker?.register.name === 'need' ? asker : record.register.name === 'need' ? record : undefined;
  if (need === undefined) return html``;
  const other = need === asker ? record : asker;
  const parameters = new URLSearchParams({ need: need.id });
  if (other !== undefined && ['offer', 'practice', 'organisation'].includes(other.register.name))
    parameters.set(other.register.name, other.id);
  parameters.set('from', 'suggestion');
  return html`<p><a href="${pageAddress(t.lang, `/match/new?${parameters}`)}" rel=nofollow>${t('solved.propose')}</a>`;
}
