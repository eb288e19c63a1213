import type { Transform } from './transform.ts';
import { amounts, count, figures, keyedAmounts, moneyList } from './transforms/amounts.ts';
import { code, codes, sdgs, vocabularyCodes } from './transforms/codes.ts';
import { constant, unverified } from './transforms/constants.ts';
import {
  countries,
  country,
  countryParticipants,
  notCountries,
  organisationParticipants,
} from './transforms/countries.ts';
import { date, due, period, typedPeriod } from './transforms/dates.ts';
import { files, links, places, references, sources } from './transforms/links.ts';
import { participantList } from './transforms/participant-list.ts';
import { firstHeading, languages, narratives, template, text } from './transforms/texts.ts';

/** Every way of making a value that a mapping can name. Closed: a new table needs a mapping, not a new way. */
export const transforms: ReadonlyMap<string, Transform> = new Map(
  Object.entries({
    text,
    languages,
    narratives,
    firstHeading,
    template,
    code,
    codes,
    sdgs,
    vocabularyCodes,
    countries,
    country,
    countryParticipants,
    organisationParticipants,
    notCountries,
    participantList,
    date,
    due,
    period,
    typedPeriod,
    links,
    sources,
    files,
    references,
    places,
    amounts,
    keyedAmounts,
    moneyList,
    figures,
    count,
    constant,
    unverified,
  }),
);
