import { openApiOf } from '../src/api/open-api.ts';
import { namesIn } from '../src/api/pattern.ts';
import { isMany } from '../src/api/query.ts';
import type { ApiRoute } from '../src/api/route.ts';
import { routeTable } from '../src/api/route-table.ts';
import { typeOf } from './type-of-schema.ts';

/** The client as TypeScript, from the description of the API: types of all bodies and answers, a method an operation. */
export function clientSource(): string {
  const { components } = openApiOf(routeTable, '') as { components: { schemas: Bodies } };
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `  readonly ${name}: ${typeOf(schema)};`,
  );
  const methods = routeTable.filter(isForClient).map((route) => methodOf(route, components.schemas));
  return `// Written by \`npm run docs\` from the description of the API: change that, not this file.
import { type Answer, Asking, type Conditions } from './asking.ts';

/** What is sent and what comes, by the names of the description. */
export interface Schemas {
${types.join('\n')}
}

/** The values of a record of a register that is known by name; of others those of any. */
export type ValuesOf<R extends string> = \`\${R}Values\` extends keyof Schemas
  ? Schemas[\`\${R}Values\`]
  : Schemas['Record']['values'];

/** A record of a register as it is shown. */
export type RecordOf<R extends string> = Omit<Schemas['Record'], 'values'> & { readonly values: ValuesOf<R> };

/** A node as a program talks to it: one method for each operation of its API. */
export class Southbridge extends Asking {
${methods.join('\n\n')}

  /** All records that a search finds, stretch by stretch, in the order in which they changed. */
  async *all(question: Omit<NonNullable<Parameters<Southbridge['list']>[0]>, 'cursor'> = {}): AsyncGenerator<Schemas['List']['records'][number]> {
    for (let cursor: string | undefined; ; ) {
      const { data } = await this.list({ ...question, ...(cursor === undefined ? {} : { cursor }) });
      yield* data.records;
      cursor = data.next;
      if (cursor === undefined) return;
    }
  }
}
`;
}

/** JSON under addresses without a language. */
function isForClient({ path, answer, done }: ApiRoute): boolean {
  return !path.includes('{lang}') && (answer !== undefined || done === 204);
}

/** Descriptions by name. */
type Bodies = Readonly<Record<string, { readonly required?: readonly string[] }>>;

function methodOf(route: ApiRoute, bodies: Bodies): string {
  const { name, summary, method, path, query = [], body, answer, step, who } = route;
  const parts = namesIn(path);
  // Whose register is named has the values of that register.
  const typed = answer === 'Record' && parts.includes('register');
  // Where nothing has to be said, nothing is.
  const bodyNeeded = body !== undefined && (bodies[body]?.required ?? []).length > 0;
  const writes = method !== 'get' && who !== 'everybody';
  const asked = [...query].map((one) => `readonly ${one}?: ${parameterType(one)}`);
  const members = [
    ...parts.map((part) => `readonly ${part}: ${typed && part === 'register' ? 'R' : 'string'}`),
    ...asked,
    ...(body === undefined ? [] : [`readonly body${bodyNeeded ? '' : '?'}: Schemas['${body}']`]),
  ];
  const type = `${members.length === 0 ? '' : `{ ${members.join('; ')} }`}${writes ? `${members.length === 0 ? '' : ' & '}Conditions` : ''}`;
  const needed = parts.length > 0 || bodyNeeded;
  const given = type === '' ? '' : `asked: ${type}${needed ? '' : ' = {}'}`;
  const address = path.replace(/\{(\w+)\}/g, (_, part: string) => `\${encodeURIComponent(asked.${part})}`);
  const sent = [
    ...(query.length === 0 ? [] : [`query: { ${query.map((one) => `${one}: asked.${one}`).join(', ')} }`]),
    ...(writes ? ['...asked'] : body === undefined ? [] : ['body: asked.body']),
    ...(body === undefined || bodyNeeded ? [] : ['body: asked.body ?? {}']),
  ];
  const request = sent.length === 0 ? '' : `, { ${sent.join(', ')} }`;
  const answerType = answer === undefined ? 'object' : typed ? 'RecordOf<R>' : `Schemas['${answer}']`;
  const note = step === undefined ? summary : `${summary} A step of review.`;
  return `  /** ${note.replaceAll('*/', '*\\/')} */
  ${name}${typed ? '<const R extends string>' : ''}(${given}): Promise<Answer<${answerType}>> {
    return this.ask('${method.toUpperCase()}', \`${address}\`${request});
  }`;
}

function parameterType(name: string): string {
  if (isMany(name)) return 'string | readonly string[]';
  return ['limit', 'page', 'size'].includes(name) ? 'number' : 'string';
}
