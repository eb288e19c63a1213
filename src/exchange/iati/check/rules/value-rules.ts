import { attributeAlone, placeOf, select } from './counting-rules.ts';
import type { Failure, RuleTest } from './rule.ts';
import { textOf } from './xpath/found.ts';
import { nothing, rawAttribute } from './xpath/steps.ts';

/** Kinds of rules that ask what values say. */

const longest = 80;
const spaces = /^\s|\s$/;

export function noSpaces(...paths: string[]): RuleTest {
  return eachText(paths, (text) => spaces.test(text));
}

export function matches(pattern: RegExp, ...paths: string[]): RuleTest {
  return eachText(paths, (text) => !pattern.test(text));
}

export function matchesNot(pattern: RegExp, ...paths: string[]): RuleTest {
  return eachText(paths, (text) => pattern.test(text));
}

/** Identifiers must do without `/ & | ?`, unless the lists of organisations hold them, or what they begin with, all the same. */
export function noSymbols(path: string, known: 'whole' | 'beginning' = 'whole'): RuleTest {
  const test = matches(/^[^/&|?]+$/, path);
  return (at, scope, around) => {
    const failures = test(at, scope, around);
    if (failures.length === 0) return nothing;
    return failures.filter(({ params }) => {
      const text = String(params?.['got'] ?? '').trim();
      if (known === 'whole') return !around.isKnownOrganisation(text);
      return !beginnings(text).some((beginning) => around.isKnownOrganisation(beginning));
    });
  };
}

/** An identifier of an organisation begins with the code of an agency, unless the lists of organisations hold it. */
export function beginsWithAgency(path: string): RuleTest {
  const find = select([path]);
  return (at, scope, around) =>
    find(at, scope).flatMap((found) => {
      const text = textOf(found).trim();
      const good =
        text === '' ||
        around.isKnownOrganisation(text) ||
        beginnings(text).some((beginning) => around.isAgency(beginning));
      return good ? [] : [placeOf(found, { got: text.slice(0, longest) })];
    });
}

/** Each text of `path` begins with one of `prefixes` and the separator. */
export function startsWith(prefixes: readonly string[], separator: string, path: string): RuleTest {
  const starts = select(prefixes);
  const find = select([path]);
  return (at, scope) => {
    const possible = starts(at, scope).map(textOf);
    if (possible.length === 0) return [];
    return find(at, scope).flatMap((found) => {
      const text = textOf(found);
      if (possible.some((prefix) => text.startsWith(prefix + separator))) return [];
      return [placeOf(found, { got: text.slice(0, longest), right: `${possible[0]}${separator}` })];
    });
  };
}

/** Numbers add up to the sum; nothing is asked where there are none. */
export function sumsUpTo(sum: number, ...paths: string[]): RuleTest {
  const find = select(paths);
  return (at, scope) => {
    const found = find(at, scope);
    const first = found[0];
    if (first === undefined) return [];
    const total = found.reduce((all, one) => all + Number(textOf(one)), 0);
    // What is no number at all is said elsewhere; the rest is off by what binary fractions cannot hold.
    if (Number.isNaN(total) || Math.abs(total - sum) < 1e-9) return [];
    return [placeOf(first, { got: Number(total.toFixed(6)), right: sum })];
  };
}

/** Numbers lie between the two, both allowed. */
export function between(min: number, max: number, ...paths: string[]): RuleTest {
  return eachText(paths, (text) => Number(text) < min || Number(text) > max);
}

function eachText(paths: readonly string[], isWrong: (text: string) => boolean): RuleTest {
  const [path = ''] = paths;
  const attribute = paths.length === 1 ? attributeAlone(path) : undefined;
  if (attribute !== undefined) {
    return (at) => {
      const text = rawAttribute(at, attribute);
      if (text === undefined || !isWrong(text)) return nothing;
      return [{ element: at, attribute, params: { got: text.slice(0, longest) } }];
    };
  }
  const find = select(paths);
  return (at, scope) => {
    const all = find(at, scope);
    let wrong: Failure[] | undefined;
    for (const found of all) {
      const text = textOf(found);
      if (!isWrong(text)) continue;
      wrong ??= [];
      wrong.push(placeOf(found, { got: text.slice(0, longest) }));
    }
    return wrong ?? nothing;
  };
}

/** What stands before each hyphen: `XM-DAC-1` begins with `XM` and `XM-DAC`. */
function beginnings(text: string): readonly string[] {
  const parts = text.split('-').slice(0, 8);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('-'));
}
