import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../kernel/fault.ts';
import type { Office } from '../operations/house.ts';
import type { Asked } from './asked.ts';
import { bodyBytes, bodyOf } from './body.ts';
import { admit, callerOf } from './caller.ts';
import { doneOnce } from './done-once.ts';
import { brokenAnswer, faultAnswer } from './fault-answer.ts';
import { patternsOf } from './pattern.ts';
import { refuseUnknown } from './query.ts';
import { RateLimit } from './rate-limit.ts';
import { readableEverywhere } from './readable-everywhere.ts';
import type { ApiRoute } from './route.ts';
import { routeTable } from './route-table.ts';
import { bodies } from './schemas.ts';

export interface ApiOptions {
  readonly version: string;
  /** Address under which readers reach the node; empty: the one they asked at. */
  readonly publicAddress: string;
  /** Secret that the node's own intake shows as `Authorization: Bearer …`. */
  readonly writeKey: string;
  /** Mailbox of whoever runs the node, for harvesters. */
  readonly adminEmail?: string;
  /** So many requests with one key are answered in a minute; 600 unless said. */
  readonly requestsPerMinute?: number;
  /** Hears of what nobody foresaw; readers are told only that it is ours to mend. */
  readonly onFailure: (error: Error) => void;
}

interface Door {
  readonly office: Office;
  readonly options: ApiOptions;
  readonly limits: RateLimit;
}

/** The data side of the house as one app made from the table of routes, to be joined with the pages. */
export function apiApp(office: Office, options: ApiOptions): Hono {
  const app = new Hono();
  const door = { office, options, limits: new RateLimit(options.requestsPerMinute ?? 600, office.clock) };
  app.use('*', readableEverywhere);
  for (const route of routeTable) {
    const method = route.method.toUpperCase();
    const most = route.body === undefined ? route.takes?.bytes : bodyBytes;
    for (const pattern of patternsOf(route)) {
      if (most !== undefined) app.on(method, pattern, limit(most));
      app.on(method, pattern, (context) => answer(door, route, context));
    }
  }
  refuseOtherMethods(app);
  app.onError((error, context) => {
    if (error instanceof Fault) return faultAnswer(context, error);
    options.onFailure(error);
    return brokenAnswer(context);
  });
  return app;
}

/** Who asks is settled before anything that was sent is looked at. */
async function answer(
  { office, options, limits }: Door,
  route: ApiRoute,
  context: Context,
): Promise<Response> {
  if (context.req.path.startsWith('/api/')) refuseUnknown(context, route.query ?? []);
  const caller = await callerOf(office, context, options.writeKey);
  const left = caller !== undefined && 'key' in caller ? limits.count(caller.key.id) : {};
  admit(route, caller);
  const asked: Asked = { office, options, context, caller, route, routes: routeTable };
  const given = await answerTo(asked, route);
  for (const [name, value] of Object.entries(left)) given.headers.set(name, value);
  return given;
}

async function answerTo(asked: Asked, route: ApiRoute): Promise<Response> {
  if (route.body === undefined) return doneOnce(asked, undefined, route.handle);
  const { caller, context } = asked;
  const machine = caller !== undefined && 'machine' in caller;
  const said = await bodyOf<unknown>(context, bodies[route.body], machine);
  // The type of a route pairs its handler with the schema that was just applied; one route of the union has lost that.
  const handle = route.handle as (asked: Asked, body: unknown) => Promise<Response>;
  return doneOnce(asked, said, (named) => handle(named, said));
}

/** An address of the table answers to its own methods only, and says which. */
function refuseOtherMethods(app: Hono): void {
  const all = routeTable.flatMap((route) => patternsOf(route).map((pattern) => ({ pattern, ...route })));
  for (const [pattern, routes] of Map.groupBy(all, (one) => one.pattern)) {
    const methods = routes.flatMap(({ method }) =>
      method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
    );
    app.all(pattern, (context, next) =>
      methods.includes(context.req.method)
        ? next()
        : Promise.resolve(context.body(null, 405, { allow: methods.join(', ') })),
    );
  }
}

/**
 * The rest of a body that is too large goes nowhere: the server passes over what still comes, for a moment, and then closes
 * the line. Were it closed at once, who is still sending would not get to see the answer. Where the length was announced the
 * answer says so, or the next request of the same program would meet a closed line; who sends in chunks is still sending,
 * and that word would have the line closed at once.
 */
function limit(bytes: number): MiddlewareHandler {
  const onError = (context: Context): Response => {
    const announced = context.req.header('content-length');
    const got = announced === undefined ? {} : { got: Number(announced) };
    const answer = faultAnswer(context, new Fault('fileTooLarge', { file: 'body', ...got, limit: bytes }));
    if (announced !== undefined) answer.headers.set('connection', 'close');
    return answer;
  };
  return bodyLimit({ maxSize: bytes, onError });
}
