import { z } from 'zod';
import { allRegisters } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { values } from './schemas/pieces.ts';
import { answers, bodies } from './schemas.ts';

/** A schema of the description, by its name. */
export function reference(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** All bodies, answers and registers as JSON Schema. */
export function describedSchemas(): Record<string, unknown> {
  const byRegister = allRegisters.map((register) => [`${register.name}Values`, valuesOf(register)] as const);
  const written = { ...Object.fromEntries(byRegister), ...bodies, ...answers };
  // Whatever is sent is looked at, and what is wrong comes back as findings; the registers say what is right.
  const anyValues = { anyOf: [...byRegister.map(([name]) => reference(name)), { type: 'object' }] };
  return Object.fromEntries(
    Object.entries(written).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        override: ({ zodSchema, jsonSchema }) => {
          if (zodSchema !== values) return;
          for (const member of ['type', 'propertyNames', 'additionalProperties'])
            Reflect.deleteProperty(jsonSchema, member);
          Object.assign(jsonSchema, anyValues);
        },
      });
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
