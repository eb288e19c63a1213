import { isWithin, type StandardVersion } from '../../standard/version.ts';
import type { Rule } from './rule.ts';
import { classificationRules } from './standard-rules/classifications.ts';
import { dateRules } from './standard-rules/dates.ts';
import { identifierRules } from './standard-rules/identifiers.ts';
import { moneyRules } from './standard-rules/money.ts';
import { ownRules } from './standard-rules/own.ts';
import { placeRules } from './standard-rules/places.ts';
import { resultRules } from './standard-rules/results.ts';
import { wordRules } from './standard-rules/words.ts';

/**
 * The rule set of the IATI standard under its official numbers (https://github.com/IATI/IATI-Rulesets, versions 2.01 to
 * 2.03 as of 2024; facts, our notation and words), and a few rules of our own, which have names instead.
 */
export const allRules: readonly Rule[] = [
  ...identifierRules,
  ...classificationRules,
  ...placeRules,
  ...wordRules,
  ...dateRules,
  ...moneyRules,
  ...resultRules,
  ...ownRules,
];

/** The rules for one kind of record in one version. */
export function rulesFor(of: Rule['of'], version: StandardVersion): readonly Rule[] {
  return allRules.filter((rule) => rule.of === of && isWithin(rule, version));
}
