import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Figures } from './figures.ts';
import type { LogLines } from './log-lines.ts';
import { tooMuch } from './too-much.ts';

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

/** What asks whether the node lives is answered also when all else is too much. */
const signsOfLife = new Set(['/health', '/ready']);

/** Stands before everything else: names each request, counts and times it, and turns away what is too much. */
export function watched({ lines, figures, mostAtOnce }: WatchOptions): MiddlewareHandler {
  let underWay = 0;
  return async (context, next) => {
    const request = requestId(context.req.header('x-request-id'));
    context.set('requestId', request);
    if (underWay >= mostAtOnce && !signsOfLife.has(context.req.path)) {
      figures.refused();
      return tooMuch(context, request);
    }
    const begun = performance.now();
    underWay += 1;
    figures.underWay(underWay);
    try {
      await next();
    } finally {
      underWay -= 1;
      figures.underWay(underWay);
      const ms = Math.round((performance.now() - begun) * 10) / 10;
      const { method } = context.req;
      const route = patternOf(routePath(context));
      const { status } = context.res;
      figures.answered({ method, route, status, seconds: ms / 1_000 });
      lines.request({ request, method, route, status, ms });
    }
    context.res.headers.set('x-request-id', request);
  };
}

/** One that a proxy has given, where it is fit for a log. */
function requestId(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Without the rules for what may stand in each part. */
function patternOf(route: string): string {
  return route.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}
