import { type Found, textOf } from './found.ts';

/** What an expression comes to. */
export type Value = readonly Found[] | string | number | boolean;

export function toBoolean(value: Value): boolean {
  if (isFound(value)) return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = isFound(value) ? firstText(value) : value;
  // XPath knows plain decimals only; what JavaScript reads besides is not a number there.
  return /^\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : Number.NaN;
}

function firstText(found: readonly Found[]): string {
  const first = found[0];
  return first === undefined ? '' : textOf(first);
}

export type Comparison = '=' | '!=' | '<' | '>' | '<=' | '>=';

/** XPath 1.0, section 3.4: what was found is compared one by one, and one that fits is enough. */
export function compare(left: Value, sign: Comparison, right: Value): boolean {
  if (isFound(left) && typeof right !== 'boolean') {
    return left.some((found) => compare(textOf(found), sign, right));
  }
  if (isFound(right) && typeof left !== 'boolean') {
    return right.some((found) => compare(left, sign, textOf(found)));
  }
  if (sign === '=' || sign === '!=') return equal(left, right) === (sign === '=');
  const a = toNumber(left);
  const b = toNumber(right);
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  return sign === '<=' ? a <= b : a >= b;
}

function equal(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return toBoolean(left) === toBoolean(right);
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right);
  return left === right;
}

function isFound(value: Value): value is readonly Found[] {
  return typeof value === 'object';
}
