import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Figures } from './figures.ts';
import type { LogLines } from './log-lines.ts';
import { tooMuch } from './too-much.ts';
import { type Turns, takeTurns } from './turns.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Names the request in the log lines and in the answer. */
    requestId?: string;
  }
}

export interface WatchOptions {
  readonly lines: LogLines;
  readonly figures: Figures;
  /** So many requests are answered at once; more are turned away. */
  readonly mostAtOnce: number;
}

/** What was answered, without anything that a person has typed. */
export interface Outcome {
  readonly method: string;
  /** The pattern of the address. */
  readonly route: string;
  readonly status: number;
}

/** Names each request, counts and times it, and knows when it is too much. */
export class Watch {
  readonly #options: WatchOptions;
  #underWay = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  get tooMany(): boolean {
    return this.#underWay >= this.#options.mostAtOnce;
  }

  refused(): void {
    this.#options.figures.refused();
  }

  /** Begins to answer a request; the function that is given ends it, without an outcome where somebody else answers. */
  begin(request: string): (outcome?: Outcome) => void {
    const { figures, lines } = this.#options;
    const begun = performance.now();
    this.#underWay += 1;
    figures.underWay(this.#underWay);
    return (outcome) => {
      this.#underWay -= 1;
      figures.underWay(this.#underWay);
      if (outcome === undefined) return;
      const ms = Math.round((performance.now() - begun) * 10) / 10;
      figures.answered({ ...outcome, seconds: ms / 1_000 });
      lines.request({ request, ...outcome, ms });
    };
  }
}

/**
 * So long a refusal takes, in milliseconds: who asks again at once, whatever it says, would otherwise keep the house busy
 * with refusing, while others who have connected are not even heard.
 */
const beforeRefusal = 100;

/** What asks whether the node lives is answered also when all else is too much. */
const signsOfLife = new Set(['/health', '/ready']);

/** Stands before everything else in the app: names each request, has it watched, turns away what is too much, and lets the rest begin in their turn. */
export function watched(watch: Watch, turns: Turns = takeTurns()): MiddlewareHandler {
  return async (context, next) => {
    const request = requestId(context.req.header('x-request-id'));
    context.set('requestId', request);
    if (watch.tooMany && !signsOfLife.has(context.req.path)) {
      watch.refused();
      await sleep(beforeRefusal);
      return tooMuch(context, request);
    }
    const end = watch.begin(request);
    try {
      const turn = turns.begin();
      if (turn !== undefined) await turn;
      await next();
    } finally {
      const { method } = context.req;
      end({ method, route: patternOf(routePath(context)), status: context.res.status });
    }
    context.res.headers.set('x-request-id', request);
  };
}

/** One that a proxy has given, where it is fit for a log. */
export function requestId(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Without the rules for what may stand in each part. */
export function patternOf(route: string): string {
  return route.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}
