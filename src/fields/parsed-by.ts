import type { z } from 'zod';

/** Something that no JSON says and no schema takes. */
const nothingKnown = Symbol('nothing known');

/**
 * What a schema makes of a value. Some checks of the library compare a member `length` or `size` before they know that they
 * have a list or a text before them, and throw where it cannot be compared, as `{"length": {"toString": 0}}` cannot: such a
 * value is of the wrong kind as a whole.
 */
export function parsedBy<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    const refused = schema.safeParse(nothingKnown);
    if (!(error instanceof TypeError) || refused.success) throw error;
    return refused;
  }
}
