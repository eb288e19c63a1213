import { z } from 'zod';
import { allRegisters } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { namesIn } from './pattern.ts';
import { parameterOf } from './query.ts';
import type { ApiRoute } from './route.ts';
import { answers, bodies } from './schemas.ts';

/** The API as OpenAPI 3.1, written from the table of routes, the schemas of bodies and answers, and the registers' fields. */
export function openApiOf(routes: readonly ApiRoute[], version: string): Record<string, unknown> {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Southbridge',
      version,
      description:
        'Records of South-South and triangular cooperation as data. Refusals are problem details (RFC 9457), worded in the language of the address.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [],
    paths: Object.fromEntries(
      [...byPath].map(([path, atPath]) => [
        path,
        Object.fromEntries(atPath.map((route) => [route.method, operation(route)])),
      ]),
    ),
    components: {
      schemas: schemas(),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of `sign-in.json`' },
        nodeKey: { type: 'http', scheme: 'bearer', description: 'The key in `write.key` of the data folder' },
      },
    },
  };
}

function operation(route: ApiRoute): Record<string, unknown> {
  const { name, summary, path, query = [], step } = route;
  const writes = path.endsWith('{id}.json') && route.method === 'put' && route.who === 'postOrKey';
  const conditional = step !== undefined || writes;
  return {
    operationId: name,
    summary,
    parameters: [
      ...namesIn(path).map((one) => ({ name: one, in: 'path', required: true, schema: partSchema(one) })),
      ...query.map(parameterOf),
      ...(conditional ? [header('If-Match', 'The ETag that was seen: `"id.revision.seq"`')] : []),
      ...(writes ? [header('If-None-Match', '`*` for a record that is not there yet')] : []),
    ],
    ...requestBody(route),
    responses: responses(route, conditional),
    ...security(route),
  };
}

function requestBody({ body, takes }: ApiRoute): Record<string, unknown> {
  if (body !== undefined) {
    return { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } };
  }
  if (takes === undefined) return {};
  const content = Object.fromEntries(takes.mediaTypes.map((type) => [type, {}]));
  return { requestBody: { required: true, content } };
}

function security({ who }: ApiRoute): Record<string, unknown> {
  if (who === 'everybody') return {};
  return { security: who === 'postOrKey' ? [{ session: [] }, { nodeKey: [] }] : [{ session: [] }] };
}

function responses(
  { method, who, answer, path, sends = ['application/json'], done }: ApiRoute,
  conditional: boolean,
): Record<string, unknown> {
  const schema = answer === undefined ? {} : reference(answer);
  const content = Object.fromEntries(
    sends.map((type) => [type, type === 'application/json' ? { schema } : {}]),
  );
  const usual =
    done === 204
      ? { 204: { description: 'Done' } }
      : { [method === 'get' ? '200' : '2XX']: { description: 'Done', content } };
  return {
    ...usual,
    ...(who === 'everybody'
      ? {}
      : { 401: problem('Not signed in'), 403: problem('The post may not do this') }),
    ...(path.includes('{id}') ? { 404: problem('Nothing that the asker may see is kept there') } : {}),
    ...(conditional
      ? { 409: problem('The record does not stand so'), 412: problem('The record moved') }
      : {}),
    default: problem('Refused'),
  };
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: reference('Problem') } } };
}

function header(name: string, description: string) {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function reference(name: string) {
  return { $ref: uriOf(name) };
}

function uriOf(name: string): string {
  return `#/components/schemas/${name}`;
}

function partSchema(name: string): Record<string, unknown> {
  if (name === 'register') return { type: 'string', enum: allRegisters.map((register) => register.name) };
  if (name === 'format') return { type: 'string', enum: ['jsonl', 'csv', 'xlsx'] };
  return { type: 'string', ...(name === 'lang' ? { pattern: '^[a-z]{2}$' } : {}) };
}

function schemas(): Record<string, unknown> {
  const written = {
    ...Object.fromEntries(allRegisters.map((register) => [`${register.name}Values`, valuesOf(register)])),
    ...bodies,
    ...answers,
  };
  return Object.fromEntries(
    Object.entries(written).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [name, rest];
    }),
  );
}

/** What a record of a register may hold; rules between fields are the node's to check. */
function valuesOf({ fields }: Register): z.ZodType {
  return z.object(
    Object.fromEntries(
      Object.entries(fields).map(([name, { needed, schema }]) => [name, needed ? schema : schema.optional()]),
    ),
  );
}
