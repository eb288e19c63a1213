import { z } from 'zod';
import type { PartialDate } from '../kernel/partial-date.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { partialDate, webAddress } from './internal/schemas.ts';
import { date, parts, word } from './part.ts';

const name = z.string().trim().min(1).max(1_000);

/** An address with what stands there. */
export interface Link {
  readonly url: string;
  readonly title?: string;
}

/** Addresses of pages. */
export function links<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Link[], NoInfer<N>> {
  return listField<Link, N>(options, {
    kind: 'links',
    control: { shape: 'links' },
    parts: parts({ url: word, title: word }),
    item: z.strictObject({ url: webAddress, title: z.exactOptional(name) }),
    toWords: (items) =>
      items.flatMap(({ title }) => (title === undefined ? [] : [{ lang: 'und', text: title }])),
  });
}

/** What a record's facts rest on. `cited` marks an address that a read source names, itself not read. */
export interface SourceLink {
  readonly title: string;
  readonly url?: string;
  readonly publishedOn?: PartialDate;
  readonly readOn?: PartialDate;
  readonly cited?: boolean;
}

/** The record's list of sources; figures point into it by position, from 0. */
export function sources<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly SourceLink[], NoInfer<N>> {
  return listField<SourceLink, N>(options, {
    kind: 'sources',
    control: { shape: 'sources' },
    parts: parts({ title: word, url: word, publishedOn: date, readOn: date, cited: { shape: 'yesNo' } }),
    item: z.strictObject({
      title: name,
      url: z.exactOptional(webAddress),
      publishedOn: z.exactOptional(partialDate),
      readOn: z.exactOptional(partialDate),
      // A cell gives the word.
      cited: z.exactOptional(
        z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]),
      ),
    }),
  });
}

/** A document kept elsewhere: address, format (media type), title. */
export interface FileLink {
  readonly url: string;
  readonly title?: string;
  readonly mediaType?: string;
  readonly language?: string;
}

/** Documents that belong to a record, by address. */
export function files<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly FileLink[], NoInfer<N>> {
  return listField<FileLink, N>(options, {
    kind: 'files',
    control: { shape: 'files' },
    parts: parts({ url: word, title: word, mediaType: word, language: word }),
    item: z.strictObject({
      url: webAddress,
      title: z.exactOptional(name),
      mediaType: z.exactOptional(z.string().trim().min(1).max(200)),
      language: z.exactOptional(z.string().trim().min(1).max(35)),
    }),
    toWords: (items) =>
      items.flatMap(({ title }) => (title === undefined ? [] : [{ lang: 'und', text: title }])),
  });
}
