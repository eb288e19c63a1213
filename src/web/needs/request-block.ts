import type { Demand } from '../../fields/demands.ts';
import { type LangText, textIn } from '../../kernel/lang-text.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';
import type { Meets } from '../../lifecycle/matched.ts';
import { type AnswerLine, coverageOf } from '../../operations/requests/answers-of.ts';
import type { Presented } from '../../policy/present.ts';
import { demandTotals } from '../../requests/demand-totals.ts';
import type { NeedClock } from '../../requests/need-clock.ts';
import { coverages, declineReasons } from '../../vocabulary/request-lists.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import { fieldLabel, registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { sinceText } from '../../wording/since-until.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { cutValue } from '../pages/cut-values.ts';
import { langTextOf, titleLink } from '../pages/record-heading.ts';
import { choices } from '../pieces/chips.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLinks } from '../pieces/countries.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { languageMark, shownText, textPiece } from '../pieces/texts.ts';
import { needMark } from './need-mark.ts';

/** Longest beginning of what one answer proposes, and of all together, in characters: the page stays small. */
const longestProposal = 200;
const allProposals = 4_000;

/** What stands between who asks and who answers, as one reader may see it. */
export interface RequestView {
  readonly register: string;
  readonly id: string;
  /** Of a released need. */
  readonly clock?: NeedClock;
  /** Answers that the reader may see, and how many there are. */
  readonly answers: readonly AnswerLine[];
  readonly all: number;
  readonly demands: readonly Demand[];
  /** Of an offer whose last day has passed. */
  readonly ended?: string;
  /** Of a call: its last day, and how many days are left; less than none once it is closed. */
  readonly closes?: { readonly on: PartialDate; readonly daysLeft: number };
  /** Of a match, for its two sides: who declined it, and why. */
  readonly declined: readonly {
    readonly country: string;
    readonly because: string;
    readonly words?: string;
  }[];
  /** Of a match: how much of its need is met with it, as each country said that asks and agreed. */
  readonly met: readonly { readonly country: string; readonly meets: Meets }[];
  /** What came of a match. */
  readonly led: readonly { readonly register: string; readonly id: string; readonly title: LangText }[];
  /** Where the reader's posts can go on from here: labels and addresses. */
  readonly ways: readonly { readonly label: string; readonly path: string }[];
  /** Where the answers come as a table. */
  readonly files: boolean;
}

/** The clock, the totals, the answers and the ways on, on the page of a need, an offer or a match. */
export function requestBlock(t: Translate, view: RequestView): Html {
  const { clock, ended, closes, demands, ways, led } = view;
  return html`<section aria-label="${t('need.section')}">${clock !== undefined && html`<p class=big>${needMark(t, clock)}</p>`}${
    ended !== undefined && html`<p class=note>${t('need.offerEnded', { date: formatDate(t.lang, ended) })}`
  }${closes !== undefined && callMark(t, closes)}${totals(t, demands)}${answersTable(t, view)}${view.met.map(
    ({ country, meets }) =>
      html`<p class=note>${t('field.coverage')} (${countryLabel(t, country)})${colon(t)}${codeLabel(t, coverages, meets)}`,
  )}${view.declined.map(
    ({ country, because, words }) =>
      html`<p class=note>${t('decline.because')} (${countryLabel(t, country)})${colon(t)}${codeLabel(t, declineReasons, because)}${words !== undefined && html`<br><span dir=auto>${words}</span>`}`,
  )}${
    led.length > 0 &&
    html`<h2>${t('need.cameOf')}</h2><ul>${led.map(
      ({ register, id, title }) =>
        html`<li>${registerLabel(t, register)}${colon(t)}<a href="${pageAddress(t.lang, recordPath(register, id))}">${shownText(t, title)}</a>`,
    )}</ul>`
  }${
    ways.length > 0 &&
    html`<p class=acts>${ways.map(({ label, path }) => html`<a class=btn href="${pageAddress(t.lang, path)}">${label}</a> `)}`
  }</section>`;
}

function callMark(t: Translate, { on, daysLeft: n }: NonNullable<RequestView['closes']>): Html {
  const date = formatDate(t.lang, on);
  if (n < 0) return html`<p class=note>${t('call.closed', { date })}`;
  return html`<p class=big>${n === 0 ? t('call.lastDay') : t('call.daysLeft', { n, date })}`;
}

/** What all countries need together; where only one asks, its own quantities say it already. */
function totals(t: Translate, demands: readonly Demand[]): Html {
  const shared = demandTotals(demands).filter(({ countries }) => countries.length > 1);
  if (shared.length === 0) return html``;
  return html`<table><caption>${t('need.totals')}<tbody>${shared.map(
    ({ label, value, unit, countries }) =>
      html`<tr><th scope=row>${shownText(t, label)}<td class=num>${formatNumber(t.lang, value)}<td>${shownText(t, unit)}<td>${countryLinks(t, countries)}`,
  )}</table>`;
}

function answersTable(t: Translate, { answers, all, files, id, register }: RequestView): Html {
  if (all === 0) return html``;
  const hidden = all - answers.length;
  const most = Math.min(longestProposal, Math.floor(allProposals / answers.length));
  return html`<h2 id=answers>${t('need.answers')}</h2>${
    answers.length > 0 &&
    html`<div class="scroll says" tabindex=0 role=region aria-labelledby=answers><table><thead><tr><th scope=col>${t('field.answeredBy')}<th scope=col>${fieldLabel(t, 'match', 'summary')}<th scope=col>${t('field.coverage')}<th scope=col>${t('need.stage')}<tbody>${answers.map((one) => row(t, one, most))}</table></div>`
  }${hidden > 0 && html`<p class=soft>${t('need.hidden', { n: hidden })}`}${
    files &&
    choices(
      t('download.label'),
      (['xlsx', 'csv'] as const).map((one) => ({
        name: t(`download.${one}`),
        href: pageAddress(t.lang, `${recordPath(register, id)}/answers.${one}`),
      })),
    )
  }`;
}

function row(t: Translate, one: AnswerLine, most: number): Html {
  const more = [
    ...(one.because === undefined ? [] : [codeLabel(t, declineReasons, one.because)]),
    ...(one.closed ? [t('need.between')] : []),
  ];
  const since = sinceText(t, one.at.slice(0, 10));
  return html`<tr><th scope=row>${countryLinks(t, one.by)}<td>${titleLink(t, one.record)}${proposal(t, one.record, most)}<td>${coverageIn(t, one)}<td>${t(`match.stage.${one.stage}`)}<br><small>${joined([since, ...more], comma(t))}</small>`;
}

/** How much of the need it meets: as who asks said when it was agreed, before that as the answer says. */
function coverageIn(t: Translate, one: AnswerLine): Html | string {
  const code = coverageOf(one);
  return code === undefined ? t('match.meets.unsaid') : codeLabel(t, coverages, code);
}

/** The beginning of what is proposed, in the reader's language or openly in another: titles are mostly those of the need. */
function proposal(t: Translate, record: Presented, most: number): Html {
  const { register } = record;
  const field = register.fields[register.summary];
  const summary = langTextOf(record, register.summary);
  if (field === undefined || summary === undefined) return html``;
  const { value } = cutValue(field.control, summary, t.lang, { text: most, items: 1 });
  // A text that was cut is a text.
  const { text, lang } = textIn(value as typeof summary, t.lang);
  return html`<br>${textPiece(t, lang, text)}${languageMark(t, lang)}`;
}
