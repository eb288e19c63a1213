import type { TableRow } from '../../exchange/sheets/write-table.ts';
import { textIn } from '../../kernel/lang-text.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { coverages, declineReasons } from '../../vocabulary/request-lists.ts';
import type { AnswerLine } from './answers-of.ts';

/** What the columns of the table of answers hold, in their order: how they are called, the doors know. */
export const answerColumns = [
  'id',
  'answeredBy',
  'title',
  'summary',
  'coverage',
  'stage',
  'because',
  'first',
  'since',
  'onAgreement',
] as const;
export type AnswerColumn = (typeof answerColumns)[number];

/** One answer in each row, for who asked. `stage` names how far it has come in the reader's words. */
export function answersTable(
  answers: readonly AnswerLine[],
  lang: string,
  stage: (one: AnswerLine['stage']) => string,
): readonly TableRow[] {
  return answers.map(({ record, by, part, because, first, at, ...one }) => {
    const text = (field: string): string => {
      const value = record.values[field];
      // Fields of text, by their declaration.
      return value === undefined ? '' : textIn(value as Parameters<typeof textIn>[0], lang).text;
    };
    return [
      record.id,
      by.map((country) => countryName(country, lang)).join('; '),
      text(record.register.title),
      text('summary'),
      nameOf(coverages, part ? 'part' : 'whole', lang),
      stage(one.stage),
      because === undefined ? '' : nameOf(declineReasons, because, lang),
      first.slice(0, 10),
      at.slice(0, 10),
      text('onAgreement'),
    ];
  });
}
