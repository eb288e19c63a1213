import type { LangText } from '../kernel/lang-text.ts';
import { unknownLanguage } from '../kernel/language-tag.ts';
import type { Cells, Control, Field, FieldOptions } from './field.ts';
import { base, noFacets } from './internal/base.ts';
import { langTextSchema, longestText } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';

export interface TextOptions<N extends boolean> extends FieldOptions<N> {
  /** Longest text in one language, in characters. */
  readonly max?: number;
}

/** A line in one or more languages: a title, a name. */
export function text<N extends boolean = false>(options: TextOptions<N> = {}): Field<LangText, NoInfer<N>> {
  return languages('text', { shape: 'line' }, options, options.max ?? 1_000);
}

/** Paragraphs in one or more languages. */
export function prose<N extends boolean = false>(options: TextOptions<N> = {}): Field<LangText, NoInfer<N>> {
  return languages('prose', { shape: 'prose' }, options, options.max ?? longestText);
}

function languages<N extends boolean>(
  kind: string,
  control: Control,
  options: FieldOptions<N>,
  max: number,
): Field<LangText, NoInfer<N>> {
  return {
    ...base(options),
    kind,
    control,
    schema: langTextSchema(max),
    toCells: (value) => ({ ...value.texts, original: value.original }),
    fromCells: fromLanguageCells,
    toWords: wordsOf,
    facets: noFacets,
  };
}

/** Columns `title.en`, `title.fr` …, `title.original`; a bare column `title` is text whose language nobody named. */
function fromLanguageCells(cells: Cells): unknown {
  const texts: Record<string, string> = {};
  for (const [suffix, cell] of Object.entries(cells)) {
    if (suffix === 'original' || cell === null || String(cell).trim() === '') continue;
    texts[suffix === '' ? unknownLanguage : suffix] = String(cell);
  }
  const [first] = Object.keys(texts);
  if (first === undefined) return undefined;
  const named = cells['original'];
  return { original: typeof named === 'string' && named !== '' ? named : first, texts };
}
