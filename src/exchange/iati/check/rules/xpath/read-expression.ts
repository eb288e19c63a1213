import {
  anyChildStep,
  anywhereStep,
  attributeStep,
  childStep,
  type Evaluate,
  filtered,
  parentStep,
  path,
  rawAttribute,
  type Step,
  selfStep,
  textStep,
} from './steps.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Comparison, compare, toBoolean, toNumber, type Value } from './values.ts';

/** Signs that compare, loosest first: of all that XPath has, the rules need no others. */
const comparisons: readonly string[] = ['=', '!=', '<', '>', '<=', '>='] satisfies Comparison[];

const read = new Map<string, Evaluate>();

/**
 * Makes an expression ready to be evaluated: the part of XPath 1.0 that the standard's rules are written in, that is
 * child, attribute, parent, text and `//name` steps, predicates, `and or = != < > <= >= + |`, `not() count() number()`,
 * and the text `'$1'`, which stands for what a rule is being tried for.
 * @throws Error at start for anything else, with the expression.
 */
export function readExpression(expression: string): Evaluate {
  const known = read.get(expression);
  if (known !== undefined) return known;
  const made = new ExpressionReader(expression).whole();
  read.set(expression, made);
  return made;
}

class ExpressionReader {
  readonly #expression: string;
  readonly #tokens: readonly Token[];
  /** Of what has been read: attributes of the element itself, which are asked for most often, and texts and numbers. */
  readonly #attributes = new Map<Evaluate, string>();
  readonly #plain = new Set<Evaluate>();
  #at = 0;

  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = tokensOf(expression);
  }

  whole(): Evaluate {
    const made = this.#or();
    if (this.#at < this.#tokens.length) throw this.#refusal();
    return made;
  }

  #or(): Evaluate {
    let left = this.#and();
    while (this.#take('or')) {
      const [a, b] = [left, this.#and()];
      left = (at, scope) => toBoolean(a(at, scope)) || toBoolean(b(at, scope));
    }
    return left;
  }

  #and(): Evaluate {
    let left = this.#comparison();
    while (this.#take('and')) {
      const [a, b] = [left, this.#comparison()];
      left = (at, scope) => toBoolean(a(at, scope)) && toBoolean(b(at, scope));
    }
    return left;
  }

  #comparison(): Evaluate {
    const left = this.#sum();
    const sign = comparisons.find((one) => this.#take(one));
    if (sign === undefined) return left;
    const right = this.#sum();
    const comparison = sign as Comparison; // Found in the list of comparisons just above.
    const attribute = this.#attributes.get(left);
    if (attribute === undefined || !this.#plain.has(right)) {
      return (at, scope) => compare(left(at, scope), comparison, right(at, scope));
    }
    return (at, scope) => {
      const value = rawAttribute(at, attribute);
      return value !== undefined && compare(value, comparison, right(at, scope));
    };
  }

  #sum(): Evaluate {
    let left = this.#union();
    while (this.#take('+')) {
      const [a, b] = [left, this.#union()];
      left = (at, scope) => toNumber(a(at, scope)) + toNumber(b(at, scope));
    }
    return left;
  }

  #union(): Evaluate {
    let left = this.#primary();
    while (this.#take('|')) {
      const [a, b] = [left, this.#primary()];
      left = (at, scope) => [...listOf(a(at, scope)), ...listOf(b(at, scope))];
    }
    return left;
  }

  #primary(): Evaluate {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'text' || token?.kind === 'number') {
      this.#at += 1;
      const { value } = token;
      const made: Evaluate = value === '$1' ? (_, scope) => scope.each : () => value;
      this.#plain.add(made);
      return made;
    }
    if (this.#take('(')) {
      const inside = this.#or();
      this.#need(')');
      return inside;
    }
    const next = this.#tokens[this.#at + 1];
    if (token?.kind === 'name' && token.value !== 'text' && next?.value === '(')
      return this.#call(token.value);
    return this.#path();
  }

  #call(name: string): Evaluate {
    this.#at += 2;
    const argument = this.#or();
    this.#need(')');
    const attribute = this.#attributes.get(argument);
    if (name === 'not' && attribute !== undefined) return (at) => rawAttribute(at, attribute) === undefined;
    if (name === 'not') return (at, scope) => !toBoolean(argument(at, scope));
    if (name === 'count') return (at, scope) => listOf(argument(at, scope)).length;
    if (name === 'number') return (at, scope) => toNumber(argument(at, scope));
    throw this.#refusal();
  }

  #path(): Evaluate {
    const [sign, name] = this.#tokens.slice(this.#at, this.#at + 2);
    const steps: Step[] = [];
    if (this.#take('//')) steps.push(this.#predicates(anywhereStep(this.#name())));
    else steps.push(this.#step());
    while (this.#take('/')) steps.push(this.#step());
    const made = path(steps);
    if (sign?.value === '@' && name?.kind === 'name' && steps.length === 1)
      this.#attributes.set(made, name.value);
    return made;
  }

  #step(): Step {
    if (this.#take('@')) return attributeStep(this.#name());
    if (this.#take('..')) return this.#predicates(parentStep);
    if (this.#take('.')) return this.#predicates(selfStep);
    if (this.#take('*')) return this.#predicates(anyChildStep);
    const name = this.#name();
    if (name !== 'text' || !this.#take('(')) return this.#predicates(childStep(name));
    this.#need(')');
    return textStep;
  }

  #predicates(step: Step): Step {
    let made = step;
    while (this.#take('[')) {
      made = filtered(made, this.#or());
      this.#need(']');
    }
    return made;
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name') throw this.#refusal();
    this.#at += 1;
    return token.value;
  }

  #take(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'text' || token.value !== word) return false;
    this.#at += 1;
    return true;
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw this.#refusal();
  }

  #refusal(): Error {
    return new Error(`cannot read "${this.#expression}" at word ${this.#at + 1}`);
  }
}

function listOf(value: Value): readonly Extract<Value, object>[number][] {
  return typeof value === 'object' ? value : [];
}
