import type { Element } from '../../../../xml/element.ts';
import { elementOf, type Found } from './found.ts';
import type { Scope } from './scope.ts';
import { toBoolean, type Value } from './values.ts';

/** An expression made ready: what it comes to at an element. */
export type Evaluate = (at: Element, scope: Scope) => Value;

/**
 * One step of a path: what it leads to from an element, added to `into` where that is given. Made for speed: thousands
 * are taken for each record, most to nothing.
 */
export type Step = (from: Element, scope: Scope, into?: Found[]) => readonly Found[];

/** What most steps lead to; shared, so that nothing is made for it. */
export const nothing: readonly never[] = [];

export function childStep(name: string): Step {
  return (from, { index }, into) => {
    if (from === index.record) return added(index.children(name), into);
    const { children } = from;
    let found = into;
    for (let i = 0; i < children.length; i += 1) {
      const child = children[i];
      if (child === undefined || child.name !== name) continue;
      if (found === undefined) found = [child];
      else found.push(child);
    }
    return found ?? nothing;
  };
}

export const anyChildStep: Step = ({ children }, _, into) => added(children, into);

export const parentStep: Step = (from, scope, into) => {
  const parent = scope.index.parentOf(from);
  return parent === undefined ? (into ?? nothing) : added([parent], into);
};

export const selfStep: Step = (from, _, into) => added([from], into);

/** The record and every element in it, of that name. */
export function anywhereStep(name: string): Step {
  return (_, { index }, into) => {
    const named = index.named(name);
    return added(index.record.name === name ? [index.record, ...named] : named, into);
  };
}

export function attributeStep(name: string): Step {
  return (from, _, into) => {
    const value = rawAttribute(from, name);
    return value === undefined ? (into ?? nothing) : added([{ element: from, attribute: name, value }], into);
  };
}

/** The value of an attribute as it stands, be it blank; undefined where it is absent. */
export function rawAttribute({ attributes }: Element, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** Text directly inside, where there is any. */
export const textStep: Step = (from, _, into) => {
  if (from.text === '') return into ?? nothing;
  return added([{ element: from, attribute: undefined, value: from.text }], into);
};

/** Keeps of what a step leads to those for which the predicate holds; a number is a place, from 1. */
export function filtered(step: Step, predicate: Evaluate): Step {
  return (from, scope, into) => {
    const all = step(from, scope);
    if (all.length === 0) return into ?? nothing;
    const kept = all.filter((one, i) => {
      const value = predicate(elementOf(one), scope);
      return typeof value === 'number' ? value === i + 1 : toBoolean(value);
    });
    return added(kept, into);
  };
}

/** Steps one after the other. */
export function path([first, ...rest]: readonly Step[]): Evaluate {
  if (first === undefined) return () => nothing;
  if (rest.length === 0) return (at, scope) => first(at, scope);
  return (at, scope) => {
    let found = first(at, scope);
    for (const step of rest) {
      if (found.length === 0) return nothing;
      const [only] = found;
      if (found.length === 1 && only !== undefined) found = step(elementOf(only), scope);
      else found = fromEach(found, step, scope);
    }
    return found;
  };
}

function fromEach(found: readonly Found[], step: Step, scope: Scope): readonly Found[] {
  const all: Found[] = [];
  for (const one of found) step(elementOf(one), scope, all);
  return all;
}

function added(found: readonly Found[], into: Found[] | undefined): readonly Found[] {
  if (into === undefined) return found;
  for (const one of found) into.push(one);
  return into;
}
