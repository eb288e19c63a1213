import {
  type Loan,
  type Repayment,
  type RepaymentPlan,
  repaymentPlans,
  repayments,
} from '../../../kernel/loan.ts';
import { attribute, child, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { readDate } from '../internal/iso-date.ts';
import type { Reading } from '../internal/reading.ts';
import { exactDate, firstDay, ownDate } from '../internal/written-date.ts';

const meaning = 'iati:crs-add';

/** LoanRepaymentType and LoanRepaymentPeriod of the standard (2.03). */
const repaymentCodes: Readonly<Record<Repayment, string>> = {
  equalPrincipal: '1',
  annuity: '2',
  lumpSum: '3',
  other: '5',
};
const planCodes: Readonly<Record<RepaymentPlan, string>> = {
  annual: '1',
  semiAnnual: '2',
  quarterly: '4',
  monthly: '12',
};

/** Dates of the terms by the element in which each stands. */
const dates = {
  committedOn: 'commitment-date',
  firstPaymentOn: 'repayment-first-date',
  lastPaymentOn: 'repayment-final-date',
} as const;

/** On what terms money is lent. Flags, the state of the loan by year and the channel stay with the source. */
export const crsAdd: ElementReader = {
  wants: {
    'crs-add': wanted({
      'loan-terms': wanted({
        'repayment-type': leaf,
        'repayment-plan': leaf,
        ...Object.fromEntries(Object.values(dates).map((name) => [name, leaf])),
      }),
    }),
  },
  read(record, reading) {
    const element = child(record, 'crs-add');
    const terms = element === undefined ? undefined : child(element, 'loan-terms');
    if (terms === undefined) return;
    const loan = termsIn(terms, reading);
    if (Object.keys(loan).length > 0) reading.put(meaning, loan);
  },
};

function termsIn(terms: Element, reading: Reading): Loan {
  const repayment = codeIn(terms, 'repayment-type', repayments, repaymentCodes, reading);
  const plan = codeIn(terms, 'repayment-plan', repaymentPlans, planCodes, reading);
  const said = {
    rate: rateIn(terms, 'rate-1', reading),
    secondRate: rateIn(terms, 'rate-2', reading),
    repayment,
    plan,
    committedOn: dateIn(terms, dates.committedOn, reading),
    firstPaymentOn: dateIn(terms, dates.firstPaymentOn, reading),
    lastPaymentOn: dateIn(terms, dates.lastPaymentOn, reading),
  };
  // Only what is there: the entries are those of the object above.
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Loan;
}

function rateIn(element: Element, name: string, reading: Reading): number | undefined {
  const got = attribute(element, name)?.trim();
  if (got === undefined || got === '') return undefined;
  const rate = Number(got);
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(got) && Number.isFinite(rate)) return rate;
  const params = { got: got.slice(0, 40), right: '4.5' };
  reading.found('error', 'badNumber', meaning, { element, attribute: name }, params);
  return undefined;
}

function dateIn(terms: Element, name: string, reading: Reading) {
  const element = child(terms, name);
  return element === undefined
    ? undefined
    : ownDate(element, readDate(element, 'iso-date', meaning, reading));
}

function codeIn<T extends string>(
  terms: Element,
  name: string,
  words: readonly T[],
  codes: Readonly<Record<T, string>>,
  reading: Reading,
): T | undefined {
  const element = child(terms, name);
  const got = element === undefined ? undefined : attribute(element, 'code');
  if (element === undefined || got === undefined) return undefined;
  const word = words.find((one) => codes[one] === got.trim());
  if (word === undefined) {
    const right = words.map((one) => codes[one]).join(', ');
    const params = { got: got.slice(0, 40), list: name, right };
    reading.found('warning', 'unknownCode', meaning, { element, attribute: 'code' }, params);
  }
  return word;
}

/** The terms alone: what else a kept element holds stays as it came. */
export const crsAddWriter: ElementWriter = {
  name: 'crs-add',
  attributes: [],
  children: ['loan-terms'],
  write(spoken) {
    const loan = spoken.value<Loan>(meaning);
    return once(loan === undefined ? undefined : made('crs-add', {}, [termsOf(loan)]));
  },
  keyOf: theOnly,
};

function termsOf({ rate, secondRate, repayment, plan, ...known }: Loan): Element {
  return made(
    'loan-terms',
    {
      'rate-1': rate === undefined ? undefined : decimal(rate),
      'rate-2': secondRate === undefined ? undefined : decimal(secondRate),
    },
    [
      ...(repayment === undefined ? [] : [made('repayment-type', { code: repaymentCodes[repayment] })]),
      ...(plan === undefined ? [] : [made('repayment-plan', { code: planCodes[plan] })]),
      ...(['committedOn', 'firstPaymentOn', 'lastPaymentOn'] as const).flatMap((name) => {
        const said = known[name];
        if (said === undefined) return [];
        const day = firstDay(said);
        return [made(dates[name], { 'iso-date': day, ...exactDate(said, day) })];
      }),
    ],
  );
}
