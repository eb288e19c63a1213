import type { Demand } from '../../fields/demands.ts';
import type { Due } from '../../kernel/due.ts';
import type { Figure, Money } from '../../kernel/figure.ts';
import type { Loan } from '../../kernel/loan.ts';
import type { PartialDate, Period } from '../../kernel/partial-date.ts';
import { formatDate, formatMoney, formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { sinceText, untilText } from '../../wording/since-until.ts';
import { type Html, html, type Inside } from '../html.ts';
import { countryLink } from './countries.ts';
import { shownText } from './texts.ts';

/** A date as precisely as it is known, readable by machines too. */
export function dateValue(t: Translate, date: PartialDate): Html {
  return html`<time datetime="${date}">${formatDate(t.lang, date)}</time>`;
}

/** From when to when; an open end is said, not filled in. Of a `moment` the start alone says all. */
export function periodText(t: Translate, { start, end }: Period, moment = false): string {
  const from = start === undefined ? undefined : formatDate(t.lang, start);
  const to = end === undefined ? undefined : formatDate(t.lang, end);
  if (from !== undefined && to !== undefined)
    return from === to ? from : t('period.range', { start: from, end: to });
  if (from !== undefined) return moment || start === undefined ? from : sinceText(t, start);
  return end === undefined ? t('record.undated') : untilText(t, end);
}

/** By when, as precisely as the text says it. */
export function dueText(t: Translate, { precision, date, start, notBefore }: Due): string {
  const day = (one: PartialDate | undefined) => (one === undefined ? '' : formatDate(t.lang, one));
  const parts = [
    date === undefined ? t(`duePrecision.${precision}`) : t(`due.${precision}`, { date: day(date) }),
    start === undefined ? '' : t('due.start', { date: day(start) }),
    notBefore === undefined ? '' : t('due.notBefore', { date: day(notBefore) }),
  ];
  return parts.filter((part) => part !== '').join(comma(t));
}

/** On what terms money is lent, as far as they were said. */
export function loanText(t: Translate, { rate, secondRate, repayment, plan, ...dates }: Loan): string {
  const percent = (one: number) => t('loan.rate', { rate: formatNumber(t.lang, one) });
  const day = (name: 'committedOn' | 'firstPaymentOn' | 'lastPaymentOn') => {
    const date = dates[name];
    if (date === undefined) return '';
    return t('common.colon', { label: t(`part.${name}`), value: formatDate(t.lang, date) });
  };
  const pieces = [
    [rate, secondRate].flatMap((one) => (one === undefined ? [] : [percent(one)])).join(' / '),
    repayment === undefined ? '' : t(`repayment.${repayment}`),
    plan === undefined ? '' : t(`repaymentPlan.${plan}`),
    ...(['committedOn', 'firstPaymentOn', 'lastPaymentOn'] as const).map(day),
  ];
  return pieces.filter((piece) => piece !== '').join(' · ');
}

/** A number that means something: what, how much, how sure, when, from which source. */
export function figureValue(t: Translate, figure: Figure): Html {
  const number = qualified(t, figure.qualifier, formatNumber(t.lang, figure.value));
  const value = html`<b>${number}</b> ${shownText(t, figure.unit)}`;
  const label = figure.label === undefined ? '' : html`${shownText(t, figure.label)}: `;
  const note = figure.note === undefined ? '' : html`<br><small>${shownText(t, figure.note)}</small>`;
  return html`${label}${value} ${qualities(t, [
    t(`basis.${figure.basis}`),
    asOf(t, figure.asOf),
    sourceMark(t, figure.source),
  ])}${note}`;
}

/** What one country needs of one thing. */
export function demandValue(t: Translate, { label, country, value, unit, neededBy, note }: Demand): Html {
  const number = html`<b>${formatNumber(t.lang, value)}</b> ${shownText(t, unit)}`;
  const more = note === undefined ? '' : html`<br><small>${shownText(t, note)}</small>`;
  return html`${shownText(t, label)}${colon(t)}${number} · ${countryLink(t, country)} ${qualities(t, [
    neededBy === undefined ? '' : t('need.by', { date: formatDate(t.lang, neededBy) }),
  ])}${more}`;
}

/** An amount in its own currency, never converted. */
export function moneyValue(t: Translate, money: Money): Html {
  const amount = qualified(t, money.qualifier, formatMoney(t.lang, money.amount, money.currency));
  const label = money.label === undefined ? '' : html`${shownText(t, money.label)}: `;
  return html`${label}<b><bdi>${amount}</bdi></b> ${qualities(t, [
    t(`moneyBasis.${money.basis}`),
    asOf(t, money.valueDate),
    sourceMark(t, money.source),
  ])}`;
}

/** The record's own source by its number, leading to it. Positions count from 0, people from 1. */
export function sourceMark(t: Translate, source: number | undefined): Html | undefined {
  if (source === undefined) return undefined;
  return html`<a href="#s${source + 1}">${t('record.sourceNumber', { n: source + 1 })}</a>`;
}

/** Small print after a value: those of its qualities that are known. */
export function qualities(t: Translate, pieces: readonly Inside[]): Html {
  const known = pieces.filter((piece) => piece !== undefined && piece !== '');
  if (known.length === 0) return html``;
  return html`<small>(${known.map((piece, index) => (index === 0 ? piece : [comma(t), piece]))})</small>`;
}

function asOf(t: Translate, date: PartialDate | undefined): string {
  return date === undefined ? t('record.undated') : t('record.asOf', { date: formatDate(t.lang, date) });
}

function qualified(t: Translate, qualifier: Figure['qualifier'], value: string): string {
  return qualifier === undefined ? value : t(`qualifier.${qualifier}`, { value });
}
