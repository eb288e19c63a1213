import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type MiddlewareHandler } from 'hono';
import { type ApiOptions, apiApp } from './api/api-app.ts';
import { openApiOf } from './api/open-api.ts';
import { readableHeaders } from './api/readable-everywhere.ts';
import { routeTable } from './api/route-table.ts';
import { clientAddress, type TrustedProxies } from './client-address.ts';
import type { Office } from './operations/house.ts';
import { ownWrites, writtenCookie } from './own-writes.ts';
import { type CommonPages, commonPages } from './web/common-pages.ts';
import { sessionCookie } from './web/desk/visitor.ts';
import type { ApiDescription } from './web/pages/api-description.ts';
import { ReadyPages } from './web/ready-pages.ts';
import { webApp } from './web/routes.ts';
import { securityHeaders } from './web/security.ts';

export interface DoorOptions extends ApiOptions {
  /** Memory for ready-made pages, in bytes. */
  readonly cacheBytes: number;
  /** How long a list made for everybody is good enough whatever changes, in milliseconds; 0 unless said. */
  readonly listsLastMs?: number;
  /** In front of the node; absent: none. */
  readonly proxies?: TrustedProxies;
  /** Stands before everything else. */
  readonly before?: MiddlewareHandler;
}

/** Data and pages at the same addresses, as one app: data doors stand first. `common` keeps pages for readers in general. */
export function joinDoors(
  office: Office,
  options: DoorOptions,
  common: CommonPages = commonPages(office, { listsLastMs: 0, ...options }),
): Hono {
  const { version, publicAddress, cacheBytes, proxies = { hops: 0 }, onFailure } = options;
  const app = new Hono();
  if (options.before !== undefined) app.use('*', options.before);
  app.use('*', onlyKnownMethods);
  app.use('*', saysNetwork(proxies));
  if (office.log.watch !== undefined) app.use('*', ownWrites(office));
  app.route('/', apiApp(office, options));
  const pages = {
    // Pages are kept for all readers: what one of them says of the host may not stand in them, so the settings have it.
    publicAddress: publicAddress === '' ? office.publicAddress : publicAddress,
    cacheBytes,
    api: () => described(version),
    onFailure,
  };
  app.route('/', webApp(office, pages, common));
  return app;
}

/** What the joined app gives from the same pages, without the way through it. */
export function readyPages(common: CommonPages): ReadyPages {
  return new ReadyPages(common, {
    headers: { ...securityHeaders, ...readableHeaders },
    cookies: [sessionCookie, writtenCookie],
  });
}

/** The description of the API for the page that shows it. */
function described(version: string): ApiDescription {
  // The page wants a part of what is written there by OpenAPI's own rules.
  return openApiOf(routeTable, version) as unknown as ApiDescription;
}

/** From where a request comes, for both doors: `network`, absent for one that came over no socket. */
function saysNetwork(proxies: TrustedProxies): MiddlewareHandler {
  return async (context, next) => {
    const socket = context.env?.incoming === undefined ? undefined : getConnInfo(context).remote.address;
    context.set('network', clientAddress(socket, context.req.header('x-forwarded-for'), proxies));
    return next();
  };
}

/** Pages are read and take forms; addresses of programs say themselves what they take. */
const onlyKnownMethods: MiddlewareHandler = async (context, next) => {
  const { method, path } = context.req;
  if (
    ['GET', 'HEAD', 'OPTIONS', 'POST'].includes(method) ||
    path.endsWith('.json') ||
    path.startsWith('/api/')
  )
    return next();
  return context.body(null, 405, { allow: 'GET, HEAD, POST' });
};
