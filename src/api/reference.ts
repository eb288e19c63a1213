import type { z } from 'zod';
import type { Who } from './route.ts';
import { routeTable } from './route-table.ts';
import { bodies } from './schemas.ts';

/** One line of the reference page of the API. */
export interface RouteLine {
  readonly route: string;
  readonly what: string;
  readonly who: string;
  /** Members of the body; those that may be absent with a question mark. */
  readonly body: readonly string[];
}

const whoInWords: Readonly<Record<Who, string>> = {
  everybody: 'everybody',
  session: 'signed in',
  post: 'a post',
  postOrKey: 'a post, or the node’s key',
};

/** The table of routes in words, for the reference page. */
export function routeLines(): readonly RouteLine[] {
  return routeTable.map(({ method, path, summary, who, body }) => ({
    route: `${method.toUpperCase()} ${path}`,
    what: summary,
    who: whoInWords[who],
    body: body === undefined ? [] : membersOf(bodies[body].shape),
  }));
}

function membersOf(shape: Readonly<Record<string, z.ZodType>>): readonly string[] {
  return Object.entries(shape).map(([name, { _zod }]) => (_zod.optin === 'optional' ? `${name}?` : name));
}
