import type { VersionSpan } from '../../../standard/version.ts';
import type { Rule, RuleCode, RuleTest } from '../rule.ts';

/** Declares a rule about activities: its official number, how grave it is, where it is tried, what it says, and the test. */
export function activityRule(
  id: string,
  severity: Rule['severity'],
  within: string,
  says: RuleCode,
  test: RuleTest,
  span: VersionSpan = {},
): Rule {
  return { id, severity, of: 'iati-activity', within, says, test, ...span };
}

/** Declares a rule about organisations. */
export function organisationRule(
  id: string,
  severity: Rule['severity'],
  within: string,
  says: RuleCode,
  test: RuleTest,
): Rule {
  return { id, severity, of: 'iati-organisation', within, says, test };
}

/** The record itself. */
export const record = '.';
