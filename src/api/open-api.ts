import { allRegisters } from '../registers/all-registers.ts';
import { describedSchemas, reference } from './described-schemas.ts';
import { type Example, examples, partExamples } from './examples.ts';
import { endings, namesIn } from './pattern.ts';
import { isMany, parameterOf } from './query.ts';
import type { ApiRoute } from './route.ts';
import { topicOf, topicsOf } from './topics.ts';

/** The API as OpenAPI 3.1, written from the table of routes, the schemas of bodies and answers, and the registers' fields. */
export function openApiOf(routes: readonly ApiRoute[], version: string): Record<string, unknown> {
  const byPath = Map.groupBy(routes.flatMap(spelledOut), ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Southbridge',
      version,
      description:
        'Records of South-South and triangular cooperation as data. Refusals are problem details (RFC 9457), worded in the language of the address, of `lang`, or of `Accept-Language`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This node' }],
    security: [],
    tags: topicsOf(routes),
    paths: Object.fromEntries(
      [...byPath].map(([path, atPath]) => [
        path,
        Object.fromEntries(atPath.map((route) => [route.method, operation(route)])),
      ]),
    ),
    components: {
      schemas: describedSchemas(),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of a post, made on its page' },
        session: { type: 'http', scheme: 'bearer', description: 'The token of `POST /api/sign-in`' },
        nodeKey: { type: 'http', scheme: 'bearer', description: 'The key in `write.key` of the data folder' },
      },
    },
  };
}

/** Addresses that differ by their ending alone are described one by one: two of a form would be one to OpenAPI. */
export function spelledOut(route: ApiRoute): readonly ApiRoute[] {
  const ending = endings.find(({ part }) => route.path.endsWith(part));
  if (ending === undefined) return [route];
  return ending.words.map((word) => ({
    ...route,
    path: route.path.replace(ending.part, word),
    name: `${route.name}_${word.replace('.', '_')}`,
  }));
}

function operation(route: ApiRoute): Record<string, unknown> {
  const { name, summary, path, query = [], twin } = route;
  const example = examples[name] ?? {};
  return {
    operationId: name,
    tags: [topicOf(route)],
    summary,
    ...(twin === undefined ? {} : { description: `Also at \`${twin}\`.` }),
    parameters: [
      ...namesIn(path).map((one) => partParameter(one, example)),
      ...[...query, ...(path.includes('{lang}') ? [] : ['lang'])].map((one) => queryParameter(one, example)),
      ...conditionsOf(route),
      ...(route.method !== 'get' && route.who !== 'everybody' ? [headers.once] : []),
    ],
    ...requestBody(route, example),
    responses: responses(route),
    ...security(route),
  };
}

const headers = {
  once: header(
    'Idempotency-Key',
    'Any word of yours, 1–255 ASCII characters: the same request with it is done once, and gets the same answer for two days',
  ),
  ofRecord: header('If-Match', 'The ETag that was seen: `"id.revision.seq"`'),
  ofPost: header('If-Match', 'The ETag of the post that was seen: `"id.seq"`'),
  isNew: header('If-None-Match', '`*` for a record that is not there yet'),
};

/** What a write may say of the state that was seen. */
function conditionsOf({ method, step, who, scope, path }: ApiRoute): readonly object[] {
  if (step !== undefined) return [headers.ofRecord];
  if (who === 'postOrKey') return [headers.ofRecord, headers.isNew];
  return method !== 'get' && scope === 'keep' && path.includes('{id}') ? [headers.ofPost] : [];
}

function partParameter(name: string, { path }: Example): object {
  const example = path?.[name] ?? partExamples[name];
  return {
    name,
    in: 'path',
    required: true,
    schema: partSchema(name),
    ...(example === undefined ? {} : { example }),
  };
}

function queryParameter(name: string, { query }: Example): object {
  const described = parameterOf(name);
  const example = query?.[name];
  if (example === undefined) return described;
  return {
    ...described,
    example: isMany(name) ? [example] : /^\d+$/.test(example) && name === 'limit' ? Number(example) : example,
  };
}

function requestBody({ body, takes }: ApiRoute, { body: example }: Example): Record<string, unknown> {
  if (body !== undefined) {
    const content = { schema: reference(body), ...(example === undefined ? {} : { example }) };
    return { requestBody: { required: true, content: { 'application/json': content } } };
  }
  if (takes === undefined) return {};
  const content = Object.fromEntries(takes.mediaTypes.map((type) => [type, {}]));
  return { requestBody: { required: true, content } };
}

function security({ who, scope }: ApiRoute): Record<string, unknown> {
  const [key, session] = [{ key: [] }, { session: [] }];
  if (who === 'everybody') return { security: [{}, key, session] };
  const keyed = scope === undefined ? [session] : [key, session];
  return { security: who === 'postOrKey' ? [...keyed, { nodeKey: [] }] : keyed };
}

function responses(route: ApiRoute): Record<string, unknown> {
  const { method, who, answer, path, sends = ['application/json'], done } = route;
  const schema = answer === undefined ? { type: 'object' } : reference(answer);
  const content = Object.fromEntries(
    sends.map((type) => [type.split(';')[0] ?? type, type === 'application/json' ? { schema } : {}]),
  );
  const usual =
    done === 204
      ? { 204: { description: 'Done' } }
      : { [method === 'get' ? '200' : '2XX']: { description: 'Done', content } };
  return {
    ...usual,
    '4XX': problem('Refused'),
    ...(who === 'everybody'
      ? {}
      : { 401: problem('Not signed in'), 403: problem('The post or the key may not do this') }),
    ...(path.includes('{id}') ? { 404: problem('Nothing that the asker may see is kept there') } : {}),
    ...(conditionsOf(route).length > 0
      ? { 409: problem('It does not stand so'), 412: problem('It moved') }
      : {}),
    ...(who === 'everybody' ? {} : { 422: problem('The Idempotency-Key was given to another request') }),
    429: problem('Too many requests; see Retry-After'),
    default: problem('Broken'),
  };
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: reference('Problem') } } };
}

function header(name: string, description: string) {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function partSchema(name: string): Record<string, unknown> {
  if (name === 'register') return { type: 'string', enum: allRegisters.map((register) => register.name) };
  return { type: 'string', ...(name === 'lang' ? { pattern: '^[a-z]{2}$' } : {}) };
}
