import { since, until } from '../../../standard/notation.ts';
import { atLeastOne, forEach, ifThen, when } from '../counting-rules.ts';
import { currencyOnceOrAlways } from '../one-or-all-rules.ts';
import type { Rule } from '../rule.ts';
import { between, sumsUpTo } from '../value-rules.ts';
import { activityRule, organisationRule, record } from './notation.ts';

const vocabularies = 'country-budget-items/@vocabulary';
const items = "country-budget-items[@vocabulary = '$1']/budget-item";
const shares = `${items}/@percentage`;
const allShares = ['capital-spend/@percentage', 'country-budget-items/budget-item/@percentage'] as const;

/** Currencies, budget items and shares of money: chapter 7 and a part of chapter 12. */
export const moneyRules: readonly Rule[] = [
  activityRule('7.8.1', 'error', record, 'ruleCurrency', currencyOnceOrAlways),
  organisationRule('7.8.2', 'error', record, 'ruleCurrency', currencyOnceOrAlways),
  activityRule(
    '7.9.1',
    'warning',
    record,
    'rulePercentEach',
    forEach(vocabularies, when(`count(${items}) > 1`, atLeastOne(shares))),
    since('2.03'),
  ),
  activityRule(
    '7.9.2',
    'warning',
    record,
    'rulePercentSum',
    forEach(vocabularies, when(`count(${items}) > 1`, sumsUpTo(100, shares))),
    since('2.03'),
  ),
  activityRule(
    '7.9.4',
    'warning',
    record,
    'rulePercentSingle',
    forEach(vocabularies, ifThen(`count(${items}) = 1`, `not(${shares}) or ${shares} = 100`, shares)),
    since('2.03'),
  ),
  activityRule('12.2.1', 'error', record, 'rulePercentRange', between(0, 100, ...allShares), since('2.03')),
  activityRule(
    '12.2.2',
    'error',
    record,
    'rulePercentRange',
    between(0, Number.POSITIVE_INFINITY, ...allShares),
    until('2.02'),
  ),
];
