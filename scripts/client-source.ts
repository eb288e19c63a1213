import { openApiOf } from '../src/api/open-api.ts';
import { namesIn } from '../src/api/pattern.ts';
import { isMany } from '../src/api/query.ts';
import type { ApiRoute } from '../src/api/route.ts';
import { routeTable } from '../src/api/route-table.ts';
import { typeOf } from './type-of-schema.ts';

/** The client as TypeScript, from the description of the API: types of all bodies and answers, a method an operation. */
export function clientSource(): string {
  const { components } = openApiOf(routeTable, '') as { components: { schemas: Record<string, object> } };
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `  readonly ${name}: ${typeOf(schema)};`,
  );
  const methods = routeTable.filter(isForClient).map(methodOf);
  return `// Written by \`npm run docs\` from the description of the API: change that, not this file.
import { type Answer, Asking, type Conditions } from './asking.ts';

/** What is sent and what comes, by the names of the description. */
export interface Schemas {
${types.join('\n')}
}

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

function methodOf({ name, summary, method, path, query = [], body, answer, step, who }: ApiRoute): string {
  const parts = namesIn(path);
  const writes = method !== 'get' && who !== 'everybody';
  const asked = [...query].map((one) => `readonly ${one}?: ${parameterType(one)}`);
  const members = [
    ...parts.map((part) => `readonly ${part}: string`),
    ...asked,
    ...(body === undefined ? [] : [`readonly body: Schemas['${body}']`]),
  ];
  const type = `${members.length === 0 ? '' : `{ ${members.join('; ')} }`}${writes ? `${members.length === 0 ? '' : ' & '}Conditions` : ''}`;
  const needed = parts.length > 0 || body !== undefined;
  const given = type === '' ? '' : `asked: ${type}${needed ? '' : ' = {}'}`;
  const address = path.replace(/\{(\w+)\}/g, (_, part: string) => `\${encodeURIComponent(asked.${part})}`);
  const sent = [
    ...(query.length === 0 ? [] : [`query: { ${query.map((one) => `${one}: asked.${one}`).join(', ')} }`]),
    ...(writes ? ['...asked'] : body === undefined ? [] : ['body: asked.body']),
  ];
  const request = sent.length === 0 ? '' : `, { ${sent.join(', ')} }`;
  const note = step === undefined ? summary : `${summary} A step of review.`;
  return `  /** ${note.replaceAll('*/', '*\\/')} */
  ${name}(${given}): Promise<Answer<${answer === undefined ? 'object' : `Schemas['${answer}']`}>> {
    return this.ask('${method.toUpperCase()}', \`${address}\`${request});
  }`;
}

function parameterType(name: string): string {
  if (isMany(name)) return 'string | readonly string[]';
  return ['limit', 'page', 'size'].includes(name) ? 'number' : 'string';
}
