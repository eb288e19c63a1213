import { atLeastOne } from '../counting-rules.ts';
import { languageOnceOrAlways } from '../one-or-all-rules.ts';
import type { Rule } from '../rule.ts';
import { activityRule, organisationRule, record } from './notation.ts';

const provider = 'transaction/provider-org | planned-disbursement/provider-org';
const receiver = 'transaction/receiver-org | planned-disbursement/receiver-org';
const named = atLeastOne('@ref', 'narrative');
const worded = atLeastOne('narrative/text()');

/** Languages, texts and names of organisations: chapter 4 and a part of chapter 6. */
export const wordRules: readonly Rule[] = [
  activityRule('4.1.1', 'error', record, 'ruleLanguage', languageOnceOrAlways),
  activityRule('4.3.1', 'error', '//title', 'ruleNarrative', worded),
  activityRule('4.4.1', 'error', '//description', 'ruleNarrative', worded),
  activityRule('6.8.1', 'error', 'other-identifier/owner-org', 'ruleOrganisationNamed', named),
  activityRule('6.9.1', 'error', provider, 'ruleOrganisationNamed', named),
  activityRule('6.9.2', 'error', receiver, 'ruleOrganisationNamed', named),
  activityRule('6.10.1', 'error', 'participating-org', 'ruleOrganisationNamed', named),
  organisationRule('4.3.1', 'error', '//title', 'ruleNarrative', worded),
  organisationRule('4.4.1', 'error', '//description', 'ruleNarrative', worded),
  organisationRule('4.5.1', 'error', record, 'ruleLanguage', languageOnceOrAlways),
];
