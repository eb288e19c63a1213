import { z } from 'zod';
import type { Field, FieldOptions } from './field.ts';
import { base, noFacets } from './internal/base.ts';

const longest = 300;
/** One line: a break inside becomes a space, so that a cell can hold one word a line. */
const plain = z
  .string()
  .overwrite((text) => text.replace(/\s*[\r\n]\s*/g, ' ').trim())
  .min(1)
  .max(longest);

/** A name or number that is the same in every language: an acronym, a document symbol. */
export function word<N extends boolean = false>(options: FieldOptions<N> = {}): Field<string, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'word',
    control: { shape: 'word' },
    schema: plain,
    toCells: (value) => ({ '': value }),
    fromCells: (cells) => emptyToAbsent(cells['']),
    toWords: (value) => [{ lang: 'und', text: value }],
    facets: noFacets,
  };
}

/** Several such names: hashtags, names of fields not yet verified; `bodies`: they are names of bodies. */
export function words<N extends boolean = false>({
  bodies,
  ...options
}: FieldOptions<N> & { readonly bodies?: true } = {}): Field<readonly string[], NoInfer<N>> {
  return {
    ...base(options),
    kind: 'words',
    control: { shape: 'words', ...(bodies && { bodies }) },
    schema: z.array(plain).min(1).max(500),
    toCells: (values) => ({ '': values.join('\n') }),
    fromCells: (cells) => {
      const cell = emptyToAbsent(cells['']);
      return cell === undefined ? undefined : cell.split('\n').filter((line) => line.trim() !== '');
    },
    toWords: (values) => [{ lang: 'und', text: values.join(' ') }],
    facets: noFacets,
  };
}

function emptyToAbsent(cell: unknown): string | undefined {
  return cell === undefined || cell === null || String(cell).trim() === '' ? undefined : String(cell);
}
