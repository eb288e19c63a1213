import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../kernel/fault.ts';
import type { Office } from '../operations/house.ts';
import type { Asked } from './asked.ts';
import { bodyBytes, bodyOf } from './body.ts';
import { admit, callerOf } from './caller.ts';
import { faultAnswer } from './fault-answer.ts';
import { handlers } from './handlers.ts';
import { patternOf } from './pattern.ts';
import { readableEverywhere } from './readable-everywhere.ts';
import { type ApiRoute, routeTable } from './route-table.ts';
import { bodies } from './schemas.ts';

export interface ApiOptions {
  readonly version: string;
  /** Address under which readers reach the node; empty: the one they asked at. */
  readonly publicAddress: string;
  /** Secret that the node's own intake shows as `Authorization: Bearer …`. */
  readonly writeKey: string;
  /** Hears of what nobody foresaw; readers are told only that it is ours to mend. */
  readonly onFailure: (error: Error) => void;
}

/** The data side of the house as one app made from the table of routes, to be joined with the pages. */
export function apiApp(office: Office, options: ApiOptions): Hono {
  const app = new Hono();
  app.use('*', readableEverywhere);
  for (const route of routeTable) {
    const pattern = patternOf(route.path);
    if (route.body !== undefined)
      app.on(route.method.toUpperCase(), pattern, bodyLimit({ maxSize: bodyBytes, onError: tooLarge }));
    app.on(route.method.toUpperCase(), pattern, (context) => answer(office, options, route, context));
  }
  refuseOtherMethods(app);
  app.onError((error, context) => {
    if (error instanceof Fault) return faultAnswer(context, error);
    options.onFailure(error);
    return context.json({ title: 'Internal error', status: 500 }, 500);
  });
  return app;
}

/** Who asks is settled before anything that was sent is looked at. */
async function answer(
  office: Office,
  options: ApiOptions,
  { name, who, body }: ApiRoute,
  context: Context,
): Promise<Response> {
  const caller = who === 'everybody' ? undefined : await callerOf(office, context, options.writeKey);
  admit(who, caller);
  const machine = caller !== undefined && 'machine' in caller;
  const said = body === undefined ? undefined : await bodyOf<unknown>(context, bodies[body], machine);
  const asked: Asked = { office, options, context, caller };
  // The table pairs names with bodies, and the type of `handlers` follows it; a name taken from the list has lost that.
  const handler = handlers[name as keyof typeof handlers] as (
    asked: Asked,
    body: unknown,
  ) => Promise<Response>;
  return handler(asked, said);
}

/** An address of the table answers to its own methods only, and says which. */
function refuseOtherMethods(app: Hono): void {
  const byPattern = Map.groupBy(routeTable, ({ path }) => patternOf(path));
  for (const [pattern, routes] of byPattern) {
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

/** The rest of the body is not read: the line is closed, so that nobody sends on into it. */
function tooLarge(context: Context): Response {
  const got = context.req.header('content-length') ?? `> ${bodyBytes}`;
  const refused = faultAnswer(context, new Fault('fileTooLarge', { file: 'JSON', got, limit: bodyBytes }));
  refused.headers.set('connection', 'close');
  return refused;
}
