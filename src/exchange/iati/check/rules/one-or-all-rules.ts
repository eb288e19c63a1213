import { placeOf, select } from './counting-rules.ts';
import type { RuleTest } from './rule.ts';
import { elementOf } from './xpath/found.ts';
import { rawAttribute } from './xpath/steps.ts';

/** Kinds of rules that let a record say once for all what its parts may say for themselves. */

/** Either the record has what `one` leads to, or each of the named elements in it has the attribute. */
function onRecordOr(one: string, attribute: string, names: readonly string[]): RuleTest {
  const onRecord = select([one]);
  return (at, scope) => {
    if (onRecord(at, scope).length > 0) return [];
    const without = names.flatMap((name) =>
      scope.index.named(name).filter((each) => rawAttribute(each, attribute) === undefined),
    );
    const first = without[0];
    return first === undefined ? [] : [{ element: first, params: { count: without.length } }];
  };
}

/** The record names its language, or each narrative does. */
export const languageOnceOrAlways: RuleTest = onRecordOr('@xml:lang', 'xml:lang', ['narrative']);

/** The record names its currency, or each amount does. */
export const currencyOnceOrAlways: RuleTest = onRecordOr('@default-currency', 'currency', [
  'value',
  'forecast',
  'loan-status',
]);

const sectors = select(['sector']);
const transactions = select(['transaction']);

/** The activity has a sector, or each transaction does. */
export const sectorOnceOrAlways: RuleTest = (at, scope) => {
  if (sectors(at, scope).length > 0) return [];
  const without = transactions(at, scope).find((found) => sectors(elementOf(found), scope).length === 0);
  return without === undefined ? [] : [placeOf(without)];
};
