import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { Fault } from '../kernel/fault.ts';
import type { House } from '../operations/house.ts';
import { faultAnswer } from './fault-answer.ts';
import { healthRoutes } from './health.ts';
import { recordRoutes } from './records.ts';
import { searchRoutes } from './searches.ts';

export interface ApiOptions {
  readonly version: string;
  /** Address under which readers reach the node; empty: the one they asked at. */
  readonly publicAddress: string;
  /** Secret that writers show as `Authorization: Bearer …`. */
  readonly writeKey: string;
  /** Hears of what nobody foresaw; readers are told only that it is ours to mend. */
  readonly onFailure: (error: Error) => void;
}

/** The data side of the house as one app, to be joined with the pages. */
export function apiApp(house: House, options: ApiOptions): Hono {
  const app = new Hono();
  app.use(
    '*',
    cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag', 'Content-Disposition'] }),
  );
  app.route('/', healthRoutes(house, options));
  app.route('/', searchRoutes(house, options));
  app.route('/', recordRoutes(house, options));
  app.onError((error, context) => {
    if (error instanceof Fault) return faultAnswer(context, error);
    options.onFailure(error);
    return context.json({ title: 'Internal error', status: 500 }, 500);
  });
  return app;
}
