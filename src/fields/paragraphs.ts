import { z } from 'zod';
import type { LangText } from '../kernel/lang-text.ts';
import type { CodeList } from '../vocabulary/code-list.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { codeOf, shortText } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';
import { number, parts, text } from './part.ts';

/** What somebody says to one paragraph of a text. */
export interface ParagraphRemark {
  /** The first paragraph is 1. */
  readonly paragraph: number;
  readonly stance: string;
  readonly text?: LangText;
}

export interface ParagraphsOptions<N extends boolean> extends FieldOptions<N> {
  readonly stances: CodeList;
}

/** Remarks on the paragraphs of a text that stands elsewhere. */
export function paragraphs<N extends boolean = false>(
  options: ParagraphsOptions<N>,
): Field<readonly ParagraphRemark[], NoInfer<N>> {
  const { stances } = options;
  return listField<ParagraphRemark, N>(options, {
    kind: 'paragraphs',
    control: { shape: 'paragraphs', stances },
    item: z.strictObject({
      paragraph: z.number().int().min(1).max(9_999),
      stance: codeOf(stances),
      text: z.exactOptional(shortText),
    }),
    parts: parts({ paragraph: number, stance: { shape: 'code', list: stances }, text }),
    toWords: (items) => items.flatMap((item) => wordsOf(item.text)),
  });
}
