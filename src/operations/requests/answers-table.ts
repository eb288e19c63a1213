import type { TableRow } from '../../exchange/sheets/write-table.ts';
import type { Contact } from '../../fields/contacts.ts';
import { type LangText, textIn } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { coverages, declineReasons } from '../../vocabulary/request-lists.ts';
import { type AnswerLine, type AnswerWithOffer, coverageOf } from './answers-of.ts';

/** What the columns of the table of answers hold, in their order: how they are called, the doors know. */
export const answerColumns = [
  'id',
  'answeredBy',
  'title',
  'summary',
  'reason',
  'coverage',
  'stage',
  'because',
  'first',
  'since',
  'offer',
  'terms',
  'conditions',
  'onAgreement',
  'contacts',
] as const;
export type AnswerColumn = (typeof answerColumns)[number];

/**
 * One answer in each row, for who asked, with the terms of the offer by which it is made. What is shared on agreement
 * and contacts stand there as far as the reader may see them. `stage` names how far it has come in the reader's words.
 */
export function answersTable(
  answers: readonly AnswerWithOffer[],
  lang: string,
  stage: (one: AnswerLine['stage']) => string,
): readonly TableRow[] {
  return answers.map((answer) => {
    const { record, offer, by, because, first, at } = answer;
    const coverage = coverageOf(answer);
    const said = (name: string) => textOf(record, name, lang);
    const offered = (name: string) => (offer === undefined ? '' : textOf(offer, name, lang));
    return [
      record.id,
      by.map((country) => countryName(country, lang)).join('; '),
      said(record.register.title),
      said('summary'),
      said('reason'),
      coverage === undefined ? '' : nameOf(coverages, coverage, lang),
      stage(answer.stage),
      because === undefined ? '' : nameOf(declineReasons, because, lang),
      first.slice(0, 10),
      at.slice(0, 10),
      offer === undefined ? '' : offered(offer.register.title),
      offered('terms'),
      offered('conditions'),
      lines([said('onAgreement'), offered('onAgreement')]),
      lines([contactsOf(record, lang), offer === undefined ? '' : contactsOf(offer, lang)]),
    ];
  });
}

function textOf({ values }: Presented, field: string, lang: string): string {
  const value = values[field];
  // Fields of text, by their declaration.
  return value === undefined ? '' : textIn(value as LangText, lang).text;
}

/** One contact a line. */
function contactsOf({ values }: Presented, lang: string): string {
  // A field of contacts, by its declaration; absent for whoever may not see them.
  const contacts = (values['contacts'] ?? []) as readonly Contact[];
  return lines(
    contacts.map(({ organisation, person, email, telephone, address }) =>
      [organisation && textIn(organisation, lang).text, person, email, telephone, address]
        .filter((part) => part !== undefined)
        .join(', '),
    ),
  );
}

/** Without what is said twice. */
function lines(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}
