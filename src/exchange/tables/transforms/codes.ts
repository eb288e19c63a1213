import { z } from 'zod';
import { isObject, objectsAt, partsAt, textAt, valuesAt } from '../paths.ts';
import { listOrNothing, path, paths, separators, transform } from '../transform.ts';

const map = z.record(z.string(), z.string()).optional();

/** One code, by a table from the source's words to ours. `otherwise`: what becomes of words the table does not have. */
export const code = transform(
  z.strictObject({ from: path, map, otherwise: z.enum(['keep', 'leaveOut']).default('keep') }),
  (cells, options) => {
    const found = textAt(cells, options.from);
    if (found === '') return undefined;
    if (options.map !== undefined && Object.hasOwn(options.map, found)) return options.map[found];
    return options.otherwise === 'keep' ? found : undefined;
  },
);

/** Several codes or words, each once, in the order found. `keys`: the names of an object's members are the codes. */
export const codes = transform(
  z.strictObject({ from: paths, separators, map, keys: z.boolean().default(false) }),
  (cells, options) => {
    const found = options.keys
      ? options.from
          .flatMap((from) => valuesAt(cells, from))
          .flatMap((value) => (isObject(value) ? Object.keys(value) : []))
      : partsAt(cells, options.from, options.separators);
    const { map } = options;
    return listOrNothing([
      ...new Set(
        found.map((one) => (map !== undefined && Object.hasOwn(map, one) ? (map[one] ?? one) : one)),
      ),
    ]);
  },
);

/** Goals and targets however they are written: `SDG 8`, `8`, `8.3`, `Goal 8`. */
export const sdgs = transform(z.strictObject({ from: paths, separators }), (cells, options, report) => {
  const found = partsAt(cells, options.from, options.separators).flatMap((part) => {
    const number = /^\D*?0?(\d{1,2}(?:\.[0-9a-d]+)?)$/i.exec(part)?.[1];
    if (number === undefined) report('warning', 'unknownCode', { got: part.slice(0, 100), list: 'sdg' });
    return number === undefined ? [] : [number.toLowerCase()];
  });
  return listOrNothing([...new Set(found)]);
});

/** Codes of a list of `{code, vocabulary}`, only of the vocabularies named; no vocabulary stands for `default`. */
export const vocabularyCodes = transform(
  z.strictObject({ from: path, vocabularies: z.array(z.string()), default: z.string() }),
  (cells, options) => {
    const found = objectsAt(cells, options.from)
      .filter((item) => options.vocabularies.includes(textAt(item, 'vocabulary') || options.default))
      .map((item) => textAt(item, 'code'))
      .filter((one) => one !== '');
    return listOrNothing([...new Set(found)]);
  },
);
