import { textIn } from '../../kernel/lang-text.ts';
import type { ReportClosed } from '../../lifecycle/event.ts';
import type { Post } from '../../lifecycle/post.ts';
import {
  answerStandings,
  type CountryAnswer,
  type RoundAnswers,
} from '../../operations/follow-up/round-answers.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { formFields } from '../desk/form.ts';
import { reportPath } from '../follow-up/report-page.ts';
import { type Html, html } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { countryLink } from '../pieces/countries.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { shownText } from '../pieces/texts.ts';
import { roundAddress, roundPath } from './addresses.ts';
import { roundStanding } from './round-standing.ts';

interface RoundOptions {
  readonly day: string;
  readonly instrument: Tracked | undefined;
  /** The report that was closed with it. */
  readonly report: ReportClosed | undefined;
  /** The visitor's post that may answer now. */
  readonly answering?: Post;
  /** The visitor's post that may close it now. */
  readonly secretariat?: Post | undefined;
  readonly formToken?: string;
}

/** Links to single reports that a country has on the page, at falling levels of detail. */
const mostLinks = [12, 3, 0];

/** A round for everybody: counts that add up, then country by country. */
export function roundPage(t: Translate, answers: RoundAnswers, options: RoundOptions): PageParts {
  const { round } = answers;
  const title = textIn(round.title, t.lang).text;
  return {
    title,
    description: `${title}${colon(t)}${t('round.caption')}`,
    path: roundPath(round.id),
    current: 'followUp',
    shows: [anyRecord],
    bodies: mostLinks.map((most) => () => body(t, answers, options, most)),
  };
}

function body(t: Translate, answers: RoundAnswers, options: RoundOptions, most: number): Html {
  const { round, counts, countries } = answers;
  const { day, instrument, report } = options;
  const rows = answerStandings.map(
    (one) =>
      html`<tr><th scope=row>${t(`round.standing.${one}`)}<td class=num>${formatNumber(t.lang, counts[one])}`,
  );
  return html`${kindLine(t, 'reportRound', [roundStanding(t, round, day)])}<h1>${shownText(t, round.title)}</h1>${
    instrument !== undefined &&
    html`<p><a href="${pageAddress(t.lang, recordPath(instrument.register, instrument.recordId))}">${shownText(t, instrument.title)}</a> · ${t('register.measure.count', { n: round.measures.length })}`
  }<p class=soft>${t('round.reports', { n: formatNumber(t.lang, answers.reports), total: formatNumber(t.lang, answers.wanted) })} · <a href="${pageAddress(t.lang, recordPath('reportRound', round.id))}">${t('round.record')}</a></p>${
    report !== undefined &&
    html`<p><a href="${pageAddress(t.lang, reportPath(round.instrument))}">${t('round.closedReport', { number: String(report.number) })}</a>`
  }${mine(t, answers, options)}<table><caption>${t('round.caption')}<tbody>${rows}<tr><th scope=row>${t('round.total')}<td class=num>${formatNumber(t.lang, countries.length)}</table><div class=scroll tabindex=0 role=region aria-label="${t('round.column.country')}"><table><thead><tr><th scope=col>${t('round.column.country')}<th scope=col>${t('round.column.answer')}<th scope=col>${t('round.column.reports')}<th scope=col>${t('round.column.first')}<th scope=col>${t('round.column.last')}<tbody>${countries.map((one) => country(t, answers, one, most))}</table></div>`;
}

function country(t: Translate, { round, overdue }: RoundAnswers, one: CountryAnswer, most: number): Html {
  const { standing, reports, nothing, disputed, missing, firstOn, lastOn } = one;
  const late = overdue && missing.length > 0;
  const more = [
    nothing > 0 && t('round.nothing', { n: nothing }),
    disputed > 0 && t('round.disputed', { n: disputed }),
  ].filter((piece) => piece !== false);
  const links = reports.slice(0, most).map((report) => {
    const measure = round.measures.find(({ recordId }) => recordId === report.tracked.measures?.[0]);
    return html` <a href="${pageAddress(t.lang, recordPath(report.register, report.recordId))}" aria-label="${textIn(report.title, t.lang).text}">${measure?.tracked.number ?? '·'}</a>`;
  });
  return html`<tr><th scope=row>${countryLink(t, one.country)}<td>${t(`round.standing.${standing}`)}${late && html`${comma(t)}<b>${t('round.pastDeadline')}</b>`}<td>${formatNumber(t.lang, reports.length)} / ${formatNumber(t.lang, round.measures.length)}${links.length > 0 && html`<br><small>${t('register.measure.plural')}:${links}</small>`}${more.length > 0 && html`<br><small>${more.join(' · ')}</small>`}<td>${firstOn === undefined ? '' : formatDate(t.lang, firstOn)}<td>${lastOn === undefined ? '' : formatDate(t.lang, lastOn)}`;
}

/** What the visitor can do: answer, or close the round. */
function mine(
  t: Translate,
  { round }: RoundAnswers,
  { answering, secretariat, formToken }: RoundOptions,
): Html {
  return html`${
    answering !== undefined &&
    html`<p class=acts><a class=btn href="${roundAddress(t.lang, round.id, '/answer', { post: answering.id })}">${t('round.answer')}</a>`
  }${
    secretariat !== undefined &&
    formToken !== undefined &&
    html`<form method=post action="${roundAddress(t.lang, round.id, '/close')}">${formFields(formToken, { post: secretariat.id })}<p><button class=quiet>${t('round.close')}</button> <small>${t('round.close.help')}</small></form>`
  }`;
}
