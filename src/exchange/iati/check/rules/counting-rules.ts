import type { Element } from '../../../xml/element.ts';
import type { Failure, RuleTest } from './rule.ts';
import { attributeOf, elementOf, type Found, textOf } from './xpath/found.ts';
import { readExpression } from './xpath/read-expression.ts';
import type { Scope } from './xpath/scope.ts';
import { nothing, rawAttribute } from './xpath/steps.ts';
import { toBoolean } from './xpath/values.ts';

/** Kinds of rules that ask how many there are, and of what. */

export type Select = (at: Element, scope: Scope) => readonly Found[];

/** Everything that the paths lead to. */
export function select(paths: readonly string[]): Select {
  const all = paths.map(readExpression);
  const [only] = all;
  if (only !== undefined && all.length === 1) {
    return (at, scope) => {
      const value = only(at, scope);
      return typeof value === 'object' ? value : nothing;
    };
  }
  return (at, scope) => {
    let found: readonly Found[] = nothing;
    for (const one of all) {
      const value = one(at, scope);
      if (typeof value !== 'object' || value.length === 0) continue;
      found = found.length === 0 ? value : found.concat(value);
    }
    return found;
  };
}

/** Tries the rule only where the condition holds. */
export function when(condition: string, test: RuleTest): RuleTest {
  const holds = readExpression(condition);
  return (at, scope, around) => (toBoolean(holds(at, scope)) ? test(at, scope, around) : nothing);
}

/** Tries the rule once for each value that the path leads to; `'$1'` stands for it. */
export function forEach(path: string, test: RuleTest): RuleTest {
  const values = select([path]);
  return (at, scope, around) => {
    const found = values(at, scope);
    if (found.length === 0) return nothing;
    return [...new Set(found.map(textOf))].flatMap((value) => test(at, scope.with(value), around));
  };
}

export function atLeastOne(...paths: string[]): RuleTest {
  const each = paths.map(isThere);
  return (at, scope) => {
    for (const one of each) if (one(at, scope)) return nothing;
    return [{ element: at }];
  };
}

function isThere(path: string): (at: Element, scope: Scope) => boolean {
  const attribute = attributeAlone(path);
  if (attribute !== undefined) return (at) => rawAttribute(at, attribute) !== undefined;
  const find = select([path]);
  return (at, scope) => find(at, scope).length > 0;
}

/** The attribute, where a path leads to nothing but one of the element itself: thousands are asked for in each record. */
export function attributeAlone(path: string): string | undefined {
  return /^@([\w:-]+)$/.exec(path)?.[1];
}

export function noMoreThanOne(...paths: string[]): RuleTest {
  const find = select(paths);
  return (at, scope) => {
    const second = find(at, scope)[1];
    return second === undefined ? nothing : [placeOf(second)];
  };
}

/** Where one of `excluded` stands none of `paths` may; where none does, exactly one must. */
export function onlyOneOf(excluded: readonly string[], paths: readonly string[]): RuleTest {
  const first = select(excluded);
  const others = select(paths);
  return (at, scope) => {
    const found = others(at, scope);
    const right = first(at, scope).length > 0 ? 0 : 1;
    return found.length === right ? nothing : [placeOf(found.at(-1) ?? at)];
  };
}

/** Where one of the paths leads to something, all must. */
export function allOrNone(...paths: string[]): RuleTest {
  const each = paths.map((path) => select([path]));
  return (at, scope) => {
    const counts = each.map((find) => find(at, scope).length);
    return counts.includes(0) && counts.some((count) => count > 0) ? [{ element: at }] : nothing;
  };
}

/** Where `condition` holds, `then` must hold too; the first of what `blamed` leads to is blamed, else the element. */
export function ifThen(condition: string, then: string, ...blamed: string[]): RuleTest {
  const holds = readExpression(condition);
  const follows = readExpression(then);
  const blame = select(blamed);
  return (at, scope) => {
    if (!toBoolean(holds(at, scope)) || toBoolean(follows(at, scope))) return nothing;
    const first = blame(at, scope)[0];
    return [first === undefined ? { element: at } : placeOf(first)];
  };
}

export function unique(...paths: string[]): RuleTest {
  const find = select(paths);
  return (at, scope) => {
    const all = find(at, scope);
    if (all.length < 2) return nothing;
    const seen = new Set<string>();
    return all.flatMap((found) => {
      const text = textOf(found);
      if (!seen.has(text)) {
        seen.add(text);
        return [];
      }
      return [placeOf(found, { got: text })];
    });
  };
}

export function placeOf(found: Found, params?: Failure['params']): Failure {
  const attribute = attributeOf(found);
  return {
    element: elementOf(found),
    ...(attribute === undefined ? {} : { attribute }),
    ...(params === undefined ? {} : { params }),
  };
}
