import { placeOf, select } from '../counting-rules.ts';
import type { Rule, RuleTest } from '../rule.ts';
import { textOf } from '../xpath/found.ts';
import { activityRule, organisationRule, record } from './notation.ts';

/** The amounts together must not come to less than nothing; single ones may, to take something back. */
function totalNotNegative(path: string): RuleTest {
  const amounts = select([path]);
  return (at, scope) => {
    const found = amounts(at, scope);
    const total = found.reduce((all, one) => all + Number(textOf(one)), 0);
    const first = found[0];
    return first === undefined || !(total < 0) ? [] : [placeOf(first, { got: total })];
  };
}

const spent = "transaction[transaction-type/@code = '3' or transaction-type/@code = '4']/value";

/** Rules of ours, where the standard has none: totals that cannot be. */
export const ownRules: readonly Rule[] = [
  activityRule('negative-total', 'warning', record, 'ruleNegativeTotal', totalNotNegative('budget/value')),
  activityRule('negative-total', 'warning', record, 'ruleNegativeTotal', totalNotNegative(spent)),
  organisationRule(
    'negative-total',
    'warning',
    record,
    'ruleNegativeTotal',
    totalNotNegative('total-budget/value'),
  ),
];
