import { unique } from '../counting-rules.ts';
import type { Rule } from '../rule.ts';
import { beginsWithAgency, noSpaces, noSymbols, startsWith } from '../value-rules.ts';
import { activityRule, organisationRule, record } from './notation.ts';

const provider = 'transaction/provider-org | planned-disbursement/provider-org';
const receiver = 'transaction/receiver-org | planned-disbursement/receiver-org';
const owner = 'other-identifier/owner-org';

/** Identifiers of activities and organisations: chapter 1 of the standard's rules. */
export const identifierRules: readonly Rule[] = [
  activityRule(
    '1.1.3',
    'error',
    record,
    'ruleSameIdentifier',
    unique('reporting-org/@ref', 'iati-identifier'),
  ),
  activityRule(
    '1.1.21',
    'warning',
    record,
    'ruleIdentifierPrefix',
    startsWith(['reporting-org/@ref', "other-identifier[@type='B1']/@ref"], '-', 'iati-identifier'),
  ),
  activityRule('1.3.1', 'warning', record, 'ruleSpaces', noSpaces('iati-identifier')),
  activityRule('1.3.13', 'warning', record, 'ruleSymbols', noSymbols('iati-identifier', 'beginning')),
  activityRule('1.4.1', 'warning', provider, 'ruleSpaces', noSpaces('@provider-activity-id')),
  activityRule('1.5.1', 'warning', receiver, 'ruleSpaces', noSpaces('@receiver-activity-id')),
  activityRule('1.6.1', 'warning', record, 'ruleSpaces', noSpaces("other-identifier[@type='A3']/@ref")),
  activityRule('1.7.1', 'warning', record, 'ruleSpaces', noSpaces('related-activity/@ref')),
  activityRule('1.8.1', 'warning', 'participating-org', 'ruleSpaces', noSpaces('@ref')),
  activityRule('1.8.13', 'warning', 'participating-org', 'ruleSymbols', noSymbols('@ref')),
  activityRule('1.9.1', 'warning', 'participating-org', 'ruleSpaces', noSpaces('@activity-id')),
  activityRule('1.10.1', 'warning', provider, 'ruleSpaces', noSpaces('@ref')),
  activityRule('1.10.13', 'warning', provider, 'ruleSymbols', noSymbols('@ref')),
  activityRule('1.11.1', 'warning', owner, 'ruleSpaces', noSpaces('@ref')),
  activityRule('1.11.13', 'warning', owner, 'ruleSymbols', noSymbols('@ref')),
  activityRule('1.14.1', 'warning', record, 'ruleSpaces', noSpaces('reporting-org/@ref')),
  activityRule('1.14.8', 'warning', record, 'ruleAgency', beginsWithAgency('reporting-org/@ref')),
  activityRule('1.14.13', 'warning', record, 'ruleSymbols', noSymbols('reporting-org/@ref')),
  activityRule('1.15.1', 'warning', receiver, 'ruleSpaces', noSpaces('@ref')),
  activityRule('1.15.13', 'warning', receiver, 'ruleSymbols', noSymbols('@ref')),
  activityRule('1.16.1', 'warning', record, 'ruleSpaces', noSpaces("other-identifier[@type='B1']/@ref")),
  organisationRule('1.12.1', 'warning', record, 'ruleSpaces', noSpaces('organisation-identifier')),
  organisationRule('1.12.13', 'warning', record, 'ruleSymbols', noSymbols('organisation-identifier')),
  organisationRule(
    '1.17.1',
    'warning',
    record,
    'ruleSpaces',
    noSpaces('recipient-org-budget/recipient-org/@ref'),
  ),
  organisationRule('1.18.1', 'warning', record, 'ruleSpaces', noSpaces('reporting-org/@ref')),
  organisationRule('1.18.8', 'warning', record, 'ruleAgency', beginsWithAgency('reporting-org/@ref')),
  organisationRule('1.18.13', 'warning', record, 'ruleSymbols', noSymbols('reporting-org/@ref')),
];
