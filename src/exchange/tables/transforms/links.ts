import { z } from 'zod';
import { type Cells, objectsAt, textAt, valuesAt } from '../paths.ts';
import { listOrNothing, path, paths, type Report, transform } from '../transform.ts';

/**
 * Addresses of pages out of cells with mixed separators: a new address begins wherever `http` or `www.` follows a
 * comma, a semicolon, a bar or a space. A lost colon (`http//`) and a missing `https://` are put right and noted.
 */
export const links = transform(z.strictObject({ from: paths }), (cells, options, report) => {
  const found = options.from
    .flatMap((from) => valuesAt(cells, from))
    .flatMap((value) => String(value).split(/[\s,;|]+(?=https?:?\/\/|www\.)|[\n\r]+/i))
    .flatMap((part) => addressOf(part, report) ?? []);
  return listOrNothing([...new Set(found)].map((url) => ({ url })));
});

/** What the facts rest on, from a list of `{title, url, readOn, publishedOn, cited}`. */
export const sources = transform(z.strictObject({ from: path }), (cells, options, report) =>
  listOrNothing(
    objectsAt(cells, options.from).map((item) => ({
      title: textAt(item, 'title') || textAt(item, 'url'),
      ...optional('url', addressOf(textAt(item, 'url'), report)),
      ...optional('publishedOn', textAt(item, 'publishedOn') || undefined),
      ...optional('readOn', textAt(item, 'readOn') || undefined),
      ...(item['cited'] === true ? { cited: true } : {}),
    })),
  ),
);

/** Documents elsewhere, from a list of `{url, title, mediaType, language}`. */
export const files = transform(z.strictObject({ from: path }), (cells, options, report) =>
  listOrNothing(
    objectsAt(cells, options.from).flatMap((item) => {
      const url = addressOf(textAt(item, 'url'), report);
      if (url === undefined) return [];
      const parts = ['title', 'mediaType', 'language'].map((name) =>
        optional(name, textAt(item, name) || undefined),
      );
      return [Object.assign({ url }, ...parts)];
    }),
  ),
);

/** Other records or other houses' identifiers: each column with the register its identifiers lie in, where it is ours. */
export const references = transform(
  z.strictObject({ entries: z.array(z.strictObject({ from: path, register: z.string().optional() })) }),
  (cells, options) =>
    listOrNothing(
      options.entries.flatMap(({ from, register }) =>
        [...new Set(valuesAt(cells, from).map((id) => String(id).trim().replace(/\s+/g, ' ')))]
          .filter((id) => id !== '')
          .map((id) => ({ ...optional('register', register), id })),
      ),
    ),
);

/** Places from a list of `{name, country, point}`; a point is `latitude longitude` in degrees. */
export const places = transform(
  z.strictObject({ from: path, language: z.string().default('und') }),
  (cells, options) =>
    listOrNothing(objectsAt(cells, options.from).flatMap((item) => placeOf(item, options.language) ?? [])),
);

function placeOf(item: Cells, language: string) {
  const name = textAt(item, 'name');
  const [latitude, longitude] = textAt(item, 'point')
    .split(/[\s,]+/)
    .map(Number);
  const point = latitude !== undefined && longitude !== undefined && Number.isFinite(latitude + longitude);
  const place = {
    ...(name === '' ? {} : { name: { original: language, texts: { [language]: name } } }),
    ...optional('country', textAt(item, 'country') || undefined),
    ...(point ? { latitude, longitude } : {}),
  };
  return Object.keys(place).length === 0 ? undefined : place;
}

/** The address as it was meant; undefined and a finding where none can be made out. */
function addressOf(found: string, report: Report): string | undefined {
  const text = found.trim().replace(/[,;]+$/, '');
  if (/^(?:|-|n\/?a|none|\[removed\])$/i.test(text)) return undefined;
  const right = text
    .replace(/^(https?)\/\//i, '$1://')
    .replace(/^www\./i, 'https://www.')
    .replace(/\s+/g, '%20');
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(right) || !URL.canParse(right)) {
    report('warning', 'badAddress', { got: text.slice(0, 200), right: 'https://…' });
    return undefined;
  }
  if (right !== text) report('note', 'badAddress', { got: text.slice(0, 200), right: right.slice(0, 200) });
  return right;
}

function optional<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}
