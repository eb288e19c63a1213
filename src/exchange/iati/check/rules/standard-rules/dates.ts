import { atLeastOne } from '../counting-rules.ts';
import { datesBetween, inOrder, notInFuture, withinAYear } from '../date-rules.ts';
import type { Rule } from '../rule.ts';
import { activityRule, organisationRule, record } from './notation.ts';

const start = 'period-start/@iso-date';
const end = 'period-end/@iso-date';
const organisationPeriods = [
  'total-budget',
  'recipient-country-budget',
  'recipient-org-budget',
  'recipient-region-budget',
  'total-expenditure',
];

/** Dates and periods: chapter 11 and parts of chapters 6, 7 and 8. */
export const dateRules: readonly Rule[] = [
  activityRule(
    '6.11.1',
    'error',
    record,
    'ruleStartDate',
    atLeastOne("activity-date[@type='1' or @type='2']"),
  ),
  activityRule('7.5.3', 'error', 'budget', 'rulePeriodYear', withinAYear(start, end)),
  ...organisationPeriods.map((within) =>
    organisationRule('7.5.3', 'error', within, 'rulePeriodYear', withinAYear(start, end)),
  ),
  activityRule('8.6.1', 'error', 'result/indicator/period', 'ruleDateOrder', inOrder(start, end)),
  activityRule('8.6.3', 'error', 'budget', 'ruleDateOrder', inOrder(start, end)),
  activityRule('8.6.3', 'error', 'planned-disbursement', 'ruleDateOrder', inOrder(start, end)),
  ...organisationPeriods.map((within) =>
    organisationRule('8.6.3', 'error', within, 'ruleDateOrder', inOrder(start, end)),
  ),
  activityRule('11.1.1', 'error', record, 'ruleFutureDate', notInFuture('@last-updated-datetime')),
  activityRule(
    '11.1.2',
    'error',
    record,
    'ruleDateOrder',
    inOrder("activity-date[@type='1']/@iso-date", "activity-date[@type='3']/@iso-date"),
  ),
  activityRule(
    '11.1.3',
    'error',
    record,
    'ruleDateOrder',
    inOrder("activity-date[@type='2']/@iso-date", "activity-date[@type='4']/@iso-date"),
  ),
  activityRule(
    '11.1.4',
    'error',
    record,
    'ruleFutureDate',
    notInFuture("activity-date[@type='2']/@iso-date"),
  ),
  activityRule(
    '11.1.5',
    'error',
    record,
    'ruleFutureDate',
    notInFuture("activity-date[@type='4']/@iso-date"),
  ),
  activityRule(
    '11.2.1',
    'error',
    record,
    'ruleFutureDate',
    notInFuture('transaction/transaction-date/@iso-date'),
  ),
  activityRule('11.2.2', 'error', record, 'ruleFutureDate', notInFuture('transaction/value/@value-date')),
  organisationRule(
    '11.3.1',
    'error',
    'recipient-country-budget',
    'ruleDateOutside',
    datesBetween('budget-line/value/@value-date', start, end),
  ),
  organisationRule('11.4.1', 'error', record, 'ruleFutureDate', notInFuture('@last-updated-datetime')),
];
