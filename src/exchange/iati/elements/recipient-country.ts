import type { Participant } from '../../../fields/participants.ts';
import { countryCode, isCountry } from '../../../vocabulary/countries.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { own, ownMark } from '../internal/own-marks.ts';
import type { Reading } from '../internal/reading.ts';
import { withShares } from '../internal/shares.ts';

const meaning = 'iati:recipient-country';

/**
 * Countries that use what is shared, from the activity and, since many publishers say it only there, from its
 * transactions. Shares in percent are not kept; where those of countries and regions add up to more than 100, a
 * warning `percentOver` says so. A code that is no country of ISO 3166-1 is left out (`unknownCountry`).
 */
export const recipientCountry: ElementReader = {
  wants: {
    'recipient-country': leaf,
    'recipient-region': leaf,
    transaction: wanted({ 'recipient-country': leaf }),
  },
  read(record, reading) {
    const countries = childrenNamed(record, 'recipient-country');
    for (const element of countries) take(element, reading);
    for (const transaction of childrenNamed(record, 'transaction')) {
      for (const element of childrenNamed(transaction, 'recipient-country')) take(element, reading);
    }
    checkPercentages(record, countries, reading);
    const sharing = new Set(
      countries
        .filter((element) => ownMark(element, 'role') === 'both')
        .map((element) => attribute(element, 'code')),
    );
    const items: Participant[] = [...reading.recipients].map((country) => {
      return { country, role: sharing.has(country) ? 'both' : 'recipient' };
    });
    reading.putList(meaning, items);
  },
};

function take(element: Element, reading: Reading): void {
  const got = attribute(element, 'code');
  const code = got?.toUpperCase();
  if (code !== undefined && isCountry(code)) {
    reading.recipients.add(code);
    return;
  }
  if (got === undefined) {
    reading.found('error', 'missing', meaning, { element, attribute: 'code' });
    return;
  }
  const right = countryCode(got);
  const params = { got: got.slice(0, 40), list: 'ISO 3166-1', ...(right === undefined ? {} : { right }) };
  reading.found('error', 'unknownCountry', meaning, { element, attribute: 'code' }, params);
}

function checkPercentages(record: Element, countries: readonly Element[], reading: Reading): void {
  // Regions count with countries in one vocabulary only: publishers repeat the same share in others.
  const regions = childrenNamed(record, 'recipient-region').filter(
    (region) => (attribute(region, 'vocabulary') ?? '1') === '1',
  );
  const shares = [...countries, ...regions].map((element) => Number(attribute(element, 'percentage') ?? 0));
  const total =
    Math.round(shares.reduce((sum, share) => sum + (Number.isFinite(share) ? share : 0), 0) * 100) / 100;
  const element = countries[0] ?? record;
  if (total > 100.5)
    reading.found('warning', 'percentOver', meaning, { element }, { got: total, limit: 100 });
}

const receiving: ReadonlySet<string> = new Set(['recipient', 'both']);

/** Countries that use what is shared; those that share as well are marked. */
export const recipientCountryWriter: ElementWriter = {
  name: 'recipient-country',
  attributes: ['code'],
  children: [],
  write(spoken) {
    const roles = new Map<string, string>();
    for (const { country, role, organisation } of spoken.list<Participant>(meaning)) {
      if (country === undefined || organisation !== undefined || role === undefined) continue;
      if (receiving.has(role) && !roles.has(country)) roles.set(country, role);
    }
    return [...roles].map(([code, role]) => {
      const marks = { [own('role')]: role === 'recipient' ? undefined : role };
      return { key: `${code} ${role}`, element: made('recipient-country', { code, ...marks }) };
    });
  },
  keyOf(element) {
    const code = attribute(element, 'code')?.toUpperCase();
    return code === undefined ? undefined : `${code} ${ownMark(element, 'role') ?? 'recipient'}`;
  },
  settle: withShares,
};
