import { since, until } from '../../../standard/notation.ts';
import { atLeastOne, forEach, ifThen, noMoreThanOne, when } from '../counting-rules.ts';
import { sectorOnceOrAlways } from '../one-or-all-rules.ts';
import type { Rule } from '../rule.ts';
import { between, sumsUpTo } from '../value-rules.ts';
import { activityRule, record } from './notation.ts';

/** Sectors and the like without a vocabulary are of the DAC's. */
const ofDac = "[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]";
const dac = `sector${ofDac}`;
const each = "sector[@vocabulary = '$1']";
const otherVocabularies = "sector[@vocabulary != '1' and @vocabulary != '']/@vocabulary";
const own = 'sector[@vocabulary=98 or @vocabulary=99]';
const dacAid = `aid-type${ofDac}`;
const dacDefaultAid = `default-aid-type${ofDac}`;

/** Sectors, policy markers and aid types: parts of chapters 2, 6, 12, 102 and 107. */
export const classificationRules: readonly Rule[] = [
  activityRule('2.1.1', 'error', record, 'rulePercentEach', allHaveShares(dac)),
  activityRule('2.1.1', 'error', record, 'rulePercentEach', forEach(otherVocabularies, allHaveShares(each))),
  activityRule(
    '2.1.2',
    'error',
    record,
    'rulePercentSum',
    when(`count(${dac}/@percentage) > 1`, sumsUpTo(100, `${dac}/@percentage`)),
  ),
  activityRule(
    '2.1.2',
    'error',
    record,
    'rulePercentSum',
    forEach(otherVocabularies, when(`count(${each}) > 1`, sumsUpTo(100, `${each}/@percentage`))),
  ),
  activityRule('2.1.4', 'error', record, 'rulePercentSingle', aloneIsWhole(dac)),
  activityRule('2.1.4', 'error', record, 'rulePercentSingle', forEach(otherVocabularies, aloneIsWhole(each))),
  activityRule(
    '2.2.1',
    'error',
    record,
    'ruleOwnCodeNamed',
    ifThen(`count(${own}) > 0`, `count(${own}/narrative) >= count(${own})`, `${own}[not(narrative)]`),
  ),
  activityRule('6.2.2', 'error', record, 'ruleSectorMissing', atLeastOne('sector', 'transaction/sector')),
  activityRule(
    '6.6.2',
    'error',
    record,
    'ruleSectorOnce',
    ifThen('count(sector) > 0', 'count(transaction/sector) < 1', 'transaction/sector'),
  ),
  activityRule('6.7.2', 'error', record, 'ruleSectorAll', sectorOnceOrAlways),
  activityRule(
    '6.13.1',
    'error',
    'policy-marker',
    'ruleOwnCodeNamed',
    when("@vocabulary='99'", atLeastOne('narrative')),
  ),
  activityRule(
    '6.14.1',
    'error',
    'policy-marker',
    'ruleMarkerWeight',
    when("@vocabulary='1' or @vocabulary='' or not(@vocabulary)", atLeastOne('@significance')),
  ),
  activityRule(
    '12.3.1',
    'error',
    record,
    'rulePercentRange',
    between(0, 100, 'sector/@percentage'),
    since('2.03'),
  ),
  activityRule(
    '12.3.2',
    'error',
    record,
    'rulePercentRange',
    between(0, Number.POSITIVE_INFINITY, 'sector/@percentage'),
    until('2.02'),
  ),
  activityRule(
    '102.1.1',
    'warning',
    record,
    'ruleDacSector',
    ifThen('count(sector) > 0', `count(${dac}) > 0`, 'sector'),
  ),
  activityRule(
    '107.1.1',
    'warning',
    record,
    'ruleDacAidType',
    ifThen('count(default-aid-type) > 0', `count(${dacDefaultAid}) > 0`, 'default-aid-type'),
    since('2.03'),
  ),
  activityRule('107.1.2', 'warning', record, 'ruleOneAidType', noMoreThanOne(dacDefaultAid), since('2.03')),
  activityRule(
    '107.1.2',
    'warning',
    record,
    'ruleOneAidType',
    forEach(
      'default-aid-type[@vocabulary != 1]/@vocabulary',
      noMoreThanOne("default-aid-type[@vocabulary = '$1']"),
    ),
    since('2.03'),
  ),
  activityRule(
    '107.2.1',
    'warning',
    record,
    'ruleDacAidType',
    ifThen('count(transaction/aid-type) > 0', `count(transaction/${dacAid}) > 0`, 'transaction/aid-type'),
    since('2.03'),
  ),
  activityRule('107.2.2', 'warning', 'transaction', 'ruleOneAidType', noMoreThanOne(dacAid), since('2.03')),
  activityRule(
    '107.2.2',
    'warning',
    'transaction',
    'ruleOneAidType',
    forEach('aid-type[@vocabulary != 1]/@vocabulary', noMoreThanOne("aid-type[@vocabulary = '$1']")),
    since('2.03'),
  ),
];

/** Of several, each has a share. */
function allHaveShares(path: string) {
  return ifThen(
    `count(${path}) > 1`,
    `count(${path}) = count(${path}/@percentage)`,
    `${path}[not(@percentage)]`,
  );
}

/** One alone has the whole, said or not. */
function aloneIsWhole(path: string) {
  return ifThen(`count(${path}) = 1`, `not(${path}/@percentage) or ${path}/@percentage = 100`, path);
}
