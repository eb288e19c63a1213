import { z } from 'zod';
import { type Loan, repaymentPlans, repayments } from '../kernel/loan.ts';
import { isBefore } from '../kernel/partial-date.ts';
import type { Cell, Field, FieldOptions } from './field.ts';
import { base, noFacets, noWords } from './internal/base.ts';
import { found, partialDate } from './internal/schemas.ts';
import { date, number, parts } from './part.ts';

const numbers = ['rate', 'secondRate'] as const;
const words = ['repayment', 'plan', 'committedOn', 'firstPaymentOn', 'lastPaymentOn'] as const;
/** Per cent a year: more is a slip of the pen. */
const highestRate = 1_000;

const rate = z
  .number()
  .refine((value) => Number.isFinite(value) && value >= 0 && value <= highestRate, found('badNumber'));

/** The terms of a loan, as the Creditor Reporting System of the OECD and IATI (`crs-add/loan-terms`) ask for them. */
export function loan<N extends boolean = false>(options: FieldOptions<N> = {}): Field<Loan, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'loan',
    control: { shape: 'loan' },
    spread: parts({
      rate: number,
      secondRate: number,
      repayment: { shape: 'oneOf', words: 'repayment', codes: repayments },
      plan: { shape: 'oneOf', words: 'repaymentPlan', codes: repaymentPlans },
      committedOn: date,
      firstPaymentOn: date,
      lastPaymentOn: date,
    }),
    schema: z
      .strictObject({
        rate: z.exactOptional(rate),
        secondRate: z.exactOptional(rate),
        repayment: z.exactOptional(z.enum(repayments)),
        plan: z.exactOptional(z.enum(repaymentPlans)),
        committedOn: z.exactOptional(partialDate),
        firstPaymentOn: z.exactOptional(partialDate),
        lastPaymentOn: z.exactOptional(partialDate),
      })
      .refine((terms) => Object.keys(terms).length > 0, found('missing'))
      .refine(
        ({ firstPaymentOn: first, lastPaymentOn: last }) =>
          first === undefined || last === undefined || !isBefore(last, first),
        { ...found('endBeforeStart'), path: ['lastPaymentOn'] },
      ),
    toCells: (value) =>
      Object.fromEntries([...numbers, ...words].map((name): [string, Cell] => [name, value[name] ?? null])),
    fromCells: (cells) => {
      const said = [...numbers, ...words].flatMap((name): [string, unknown][] => {
        const cell = cells[name];
        if (cell === undefined || cell === null || String(cell).trim() === '') return [];
        const isNumber = (numbers as readonly string[]).includes(name);
        return [[name, isNumber ? numberIn(cell) : String(cell).trim()]];
      });
      return said.length === 0 ? undefined : Object.fromEntries(said);
    },
    toWords: noWords,
    facets: noFacets,
  };
}

/** What is no number stays as it was written, for the check to name it. */
function numberIn(cell: Cell): unknown {
  const text = String(cell).trim();
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
