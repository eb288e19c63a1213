import type { StandardFinding } from '../../exchange/iati/check/standard-finding.ts';
import { findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';

/** Headings of a report as a table. */
export function reportHeader(t: Translate): readonly string[] {
  return [
    t('check.line'),
    t('check.identifier'),
    t('check.where'),
    t('check.severity'),
    t('check.layer'),
    t('check.rule'),
    t('check.mend'),
  ];
}

/** One finding as a row below these headings. */
export function reportRow(t: Translate, finding: StandardFinding): readonly (string | number)[] {
  const { line, record, path, severity, layer, rule } = finding;
  return [
    line,
    record?.identifier ?? '',
    path,
    t(`check.${severity}`),
    t(`check.${layer}`),
    rule,
    findingText(t, finding),
  ];
}
