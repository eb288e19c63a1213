import type { Element } from '../../../xml/element.ts';
import type { StandardVersion } from '../../standard/version.ts';
import { RecordIndex } from '../record-index.ts';
import { rulesFor } from './all-rules.ts';
import { type Select, select } from './counting-rules.ts';
import type { Failure, Rule, Surroundings } from './rule.ts';
import { elementOf } from './xpath/found.ts';
import { Scope } from './xpath/scope.ts';

/** A rule that is not kept, and where. */
export interface BrokenRule extends Failure {
  readonly rule: Rule;
}

/** Rules that are tried at the same elements. */
interface RuleGroup {
  readonly places: Select;
  readonly rules: Rule[];
}

const known = new Map<string, readonly RuleGroup[]>();

/** Tries all rules of a version on a record. */
export function checkRules(record: Element, version: StandardVersion, around: Surroundings): BrokenRule[] {
  const of = record.name;
  if (of !== 'iati-activity' && of !== 'iati-organisation') return [];
  const key = `${of} ${version}`;
  const groups = known.get(key) ?? grouped(rulesFor(of, version));
  known.set(key, groups);
  const scope = new Scope(new RecordIndex(record));
  const broken: BrokenRule[] = [];
  for (const { places, rules } of groups) {
    for (const place of places(record, scope)) {
      const element = elementOf(place);
      for (const rule of rules) {
        for (const failure of rule.test(element, scope, around)) broken.push({ rule, ...failure });
      }
    }
  }
  return broken;
}

function grouped(rules: readonly Rule[]): readonly RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const rule of rules) {
    const group = groups.get(rule.within) ?? { places: select([rule.within]), rules: [] };
    group.rules.push(rule);
    groups.set(rule.within, group);
  }
  return [...groups.values()];
}
