import type { Element } from '../../../../xml/element.ts';
import { elementOf, type Found } from './found.ts';
import type { Scope } from './scope.ts';
import { toBoolean, type Value } from './values.ts';

/** An expression made ready: what it comes to at an element. */
export type Evaluate = (at: Element, scope: Scope) => Value;

/** One step of a path: adds to `into` what it leads to from an element. Made for speed: thousands are taken for each record. */
export type Step = (from: Element, scope: Scope, into: Found[]) => void;

const nothing: readonly Found[] = [];

export function childStep(name: string): Step {
  return (from, { index }, into) => {
    if (from === index.record) {
      for (const child of index.children(name)) into.push(child);
      return;
    }
    const { children } = from;
    for (let i = 0; i < children.length; i += 1) {
      const child = children[i];
      if (child !== undefined && child.name === name) into.push(child);
    }
  };
}

export const anyChildStep: Step = ({ children }, _, into) => {
  for (const child of children) into.push(child);
};

export const parentStep: Step = (from, scope, into) => {
  const parent = scope.index.parentOf(from);
  if (parent !== undefined) into.push(parent);
};

export const selfStep: Step = (from, _, into) => {
  into.push(from);
};

/** The record and every element in it, of that name. */
export function anywhereStep(name: string): Step {
  return (_, { index }, into) => {
    if (index.record.name === name) into.push(index.record);
    for (const element of index.named(name)) into.push(element);
  };
}

export function attributeStep(name: string): Step {
  return (from, _, into) => {
    const value = rawAttribute(from, name);
    if (value !== undefined) into.push({ element: from, attribute: name, value });
  };
}

/** The value of an attribute as it stands, be it blank; undefined where it is absent. */
export function rawAttribute({ attributes }: Element, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** Text directly inside, where there is any. */
export const textStep: Step = (from, _, into) => {
  if (from.text !== '') into.push({ element: from, attribute: undefined, value: from.text });
};

/** Keeps of what a step leads to those for which the predicate holds; a number is a place, from 1. */
export function filtered(step: Step, predicate: Evaluate): Step {
  return (from, scope, into) => {
    const found: Found[] = [];
    step(from, scope, found);
    for (let i = 0; i < found.length; i += 1) {
      const one = found[i];
      if (one === undefined) continue;
      const value = predicate(elementOf(one), scope);
      if (typeof value === 'number' ? value === i + 1 : toBoolean(value)) into.push(one);
    }
  };
}

/** Steps one after the other. */
export function path(steps: readonly Step[]): Evaluate {
  const [first, ...rest] = steps;
  if (first === undefined) return () => nothing;
  if (rest.length === 0) {
    return (at, scope) => {
      const found: Found[] = [];
      first(at, scope, found);
      return found;
    };
  }
  return (at, scope) => {
    let found: Found[] = [];
    first(at, scope, found);
    for (const step of rest) {
      if (found.length === 0) return nothing;
      const next: Found[] = [];
      for (const one of found) step(elementOf(one), scope, next);
      found = next;
    }
    return found;
  };
}
