import { z } from 'zod';
import { objectsAt, valuesAt } from '../paths.ts';
import { path, transform } from '../transform.ts';

/** The same value in every record, as the register's field wants it: the source of the table, a kind. */
export const constant = transform(z.strictObject({ value: z.json() }), (_, options) => options.value);

/** Names of fields that the source itself marks as unsure, and marks on single items. */
export const unverified = transform(
  z.strictObject({ fields: path, mark: path, items: z.array(path).default([]) }),
  (cells, options) => {
    const named = valuesAt(cells, options.fields).map(String);
    const whole = named.length === 0 && valuesAt(cells, options.mark).includes(true) ? ['*'] : [];
    const items = options.items.flatMap((path) =>
      objectsAt(cells, path).flatMap((item, index) =>
        item['unverified'] === true ? [`${path}.${index}`] : [],
      ),
    );
    const all = [...named, ...whole, ...items];
    return all.length === 0 ? undefined : all;
  },
);
