/** As much of JSON Schema as our schemas use (2020-12). */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
}

const names: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** The TypeScript type of what a schema lets pass; `unknown` for what it says nothing of. */
export function typeOf(schema: Schema | boolean): string {
  if (typeof schema === 'boolean') return 'unknown';
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  if ($ref !== undefined) return `Schemas['${$ref.split('/').at(-1)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return `(${[...new Set(choices.map(typeOf))].join(' | ')})`;
  if (allOf !== undefined) return `(${allOf.map(typeOf).join(' & ')})`;
  if (Array.isArray(type)) return `(${type.map((one) => typeOf({ ...schema, type: one })).join(' | ')})`;
  if (type === 'array') return arrayOf(schema);
  if (type === 'object') return objectOf(schema);
  return typeof type === 'string' ? (names[type] ?? 'unknown') : 'unknown';
}

function arrayOf({ items = true, prefixItems }: Schema): string {
  if (prefixItems !== undefined) return `readonly [${prefixItems.map(typeOf).join(', ')}]`;
  return `readonly (${typeOf(items)})[]`;
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  const closed = additionalProperties === false || (additionalProperties === undefined && members.length > 0);
  if (closed) return `{ ${members.join('; ')} }`;
  const others = `{ readonly [name: string]: ${typeOf(members.length > 0 ? true : (additionalProperties ?? true))} }`;
  return members.length === 0 ? others : `({ ${members.join('; ')} } & ${others})`;
}
