import type { Post } from '../../lifecycle/post.ts';
import { answerStandings, type RoundAnswers } from '../../operations/follow-up/round-answers.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { shownText } from '../pieces/texts.ts';
import { roundAddress, roundsPath } from './addresses.ts';
import { roundStanding } from './round-standing.ts';

interface ListOptions {
  readonly day: string;
  /** Those of this instrument alone. */
  readonly instrument: string | undefined;
  /** Of the visitor: may open a round. */
  readonly secretariat: Post | undefined;
}

/** Rounds, the newest first: until when, and how many answered how. */
export function listPage(
  t: Translate,
  rounds: readonly RoundAnswers[],
  { day, instrument, secretariat }: ListOptions,
): PageParts {
  const query = instrument === undefined ? '' : `?${new URLSearchParams({ instrument })}`;
  return {
    title: t('round.list.title'),
    description: t('round.list.help'),
    path: `${roundsPath}${query}`,
    current: 'followUp',
    shows: [anyRecord],
    bodies: [
      () =>
        html`<h1>${t('round.list.title')}</h1><p class=sum>${t('round.list.help')}</p>${
          secretariat !== undefined &&
          html`<p class=acts><a class=btn href="${pageAddress(t.lang, `${roundsPath}/new?${new URLSearchParams({ post: secretariat.id, ...(instrument === undefined ? {} : { instrument }) })}`)}">${t('round.new')}</a>`
        }${
          rounds.length === 0
            ? html`<p class=note>${t('round.list.none')}`
            : html`<ul class="res calm">${rounds.map((one) => entry(t, one, day))}</ul>`
        }`,
    ],
  };
}

function entry(t: Translate, { round, counts, countries }: RoundAnswers, day: string): Html {
  const numbers = answerStandings
    .map((one) => `${t(`round.standing.${one}`)}${colon(t)}${formatNumber(t.lang, counts[one])}`)
    .join(' · ');
  return html`<li>${kindLine(t, 'reportRound', [roundStanding(t, round, day)])}<h2><a href="${roundAddress(t.lang, round.id)}">${shownText(t, round.title)}</a></h2><p class=soft>${t('round.asked', { n: countries.length })} · ${numbers}`;
}
