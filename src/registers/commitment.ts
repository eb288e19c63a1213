import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { due } from '../fields/due.ts';
import { figures, money } from '../fields/figures.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** Who takes a measure up: a country, a body, a group says what it will do, by when and with what. */
export const commitment = defineRegister({
  name: 'commitment',
  version: 1,
  means: ['schema:CreativeWork', 'followup:commitment'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    measures: references({ means: ['followup:measure'] }),
    countries: countries({ facet: 'provider', means: ['followup:country'] }),
    bodies: words({ bodies: true, means: ['followup:actor'] }),
    summary: prose({ means: ['dc:description'] }),
    due: due({ means: ['followup:due'] }),
    quantities: figures(),
    money: money(),
    madeOn: date({ facet: 'year', means: ['dc:date', 'followup:on'] }),
    madeAt: reference({ to: 'event' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['measures', 'summary', 'due', 'sources'],
  confirmEveryMonths: 12,
  workflow: ownWord,
  crossCheck: false,
});

export type Commitment = ValuesOf<typeof commitment>;
