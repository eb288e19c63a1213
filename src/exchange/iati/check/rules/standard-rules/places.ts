import { since, until } from '../../../standard/notation.ts';
import { forEach, ifThen, when } from '../counting-rules.ts';
import type { Rule } from '../rule.ts';
import { between, sumsUpTo } from '../value-rules.ts';
import { activityRule, record } from './notation.ts';

const onlyCountries = 'not(recipient-region)';
const vocabularies = 'recipient-region/@vocabulary';
const each = "recipient-region[@vocabulary = '$1']";
const nowhere = 'not(recipient-country or recipient-region)';
const countryShares = 'recipient-country/@percentage';
const regionShares = 'recipient-region/@percentage';

/** Countries and regions that benefit: chapter 3 and a part of chapter 12. */
export const placeRules: readonly Rule[] = [
  activityRule(
    '3.1.1',
    'error',
    record,
    'rulePercentEach',
    ifThen(
      `count(recipient-country) > 1 and ${onlyCountries}`,
      `count(recipient-country) = count(${countryShares})`,
      'recipient-country[not(@percentage)]',
    ),
  ),
  activityRule(
    '3.1.2',
    'error',
    record,
    'rulePercentSum',
    when(`count(recipient-country) > 1 and ${onlyCountries}`, sumsUpTo(100, countryShares)),
  ),
  activityRule(
    '3.1.4',
    'error',
    record,
    'rulePercentSingle',
    ifThen(
      `count(recipient-country) = 1 and ${onlyCountries}`,
      `not(${countryShares}) or ${countryShares} = 100`,
      'recipient-country',
    ),
  ),
  activityRule(
    '3.4.1',
    'error',
    record,
    'rulePercentEach',
    forEach(
      vocabularies,
      ifThen(
        `count(${each}) > 1`,
        `count(${each}) = count(${each}/@percentage)`,
        `${each}[not(@percentage)]`,
      ),
    ),
  ),
  activityRule(
    '3.4.2',
    'error',
    record,
    'rulePercentSum',
    forEach(
      vocabularies,
      when(
        `count(${each}) + count(recipient-country) > 1`,
        sumsUpTo(100, `${each}/@percentage`, countryShares),
      ),
    ),
  ),
  activityRule(
    '3.4.4',
    'error',
    record,
    'rulePercentSingle',
    forEach(
      vocabularies,
      ifThen(
        `count(${each}) = 1 and not(recipient-country)`,
        `not(${each}/@percentage) or ${each}/@percentage = 100`,
        each,
      ),
    ),
  ),
  activityRule(
    '3.6.2',
    'error',
    record,
    'rulePlaceOnce',
    ifThen(
      'recipient-country or recipient-region',
      'not(transaction/recipient-country or transaction/recipient-region)',
      'transaction/recipient-country',
      'transaction/recipient-region',
    ),
  ),
  activityRule(
    '3.7.1',
    'error',
    record,
    'rulePlaceMissing',
    ifThen(nowhere, 'transaction[recipient-country or recipient-region]'),
  ),
  activityRule(
    '3.7.2',
    'error',
    record,
    'rulePlaceMissing',
    ifThen(
      nowhere,
      'not(transaction[not(recipient-country or recipient-region)])',
      'transaction[not(recipient-country or recipient-region)]',
    ),
  ),
  activityRule('12.1.1', 'error', record, 'rulePercentRange', between(0, 100, countryShares), since('2.03')),
  activityRule('12.1.1', 'error', record, 'rulePercentRange', between(0, 100, regionShares), since('2.03')),
  activityRule(
    '12.1.2',
    'error',
    record,
    'rulePercentRange',
    between(0, Number.POSITIVE_INFINITY, countryShares, regionShares),
    until('2.02'),
  ),
];
