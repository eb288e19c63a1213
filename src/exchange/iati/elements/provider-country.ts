import type { Participant } from '../../../fields/participants.ts';
import { isCountry } from '../../../vocabulary/countries.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { ownMark } from '../internal/own-marks.ts';

const meaning = 'iati:participating-org';

/** OrganisationType: government, local government, other public sector. */
const publicTypes: ReadonlySet<string> = new Set(['10', '11', '15']);
const countryPrefix = /^([A-Z]{2})-[A-Z0-9]/;

/**
 * The country that provides. The standard has no element for it; it is concluded, and said in a note
 * `countryConcluded`, only where an identifier shows it: the prefix of an identifier names the country of the agency
 * that registered the organisation (org-id.guide: `GB-GOV-1`, `BR-CNPJ-…`), and the organisation is a public body (type
 * 10, 11, 15 or an agency `…-GOV`), since a charity registered in a country does not make the country a provider.
 * Looked at are funding (1) and extending (3) organisations, and where they give none, the reporting organisation.
 * A country that is itself a recipient is not concluded to be a provider.
 */
export const providerCountry: ElementReader = {
  wants: { 'participating-org': leaf, 'reporting-org': leaf },
  read(record, reading) {
    // A file of ours says which countries share.
    if (ownMark(record, 'id') !== undefined) return;
    const partners = childrenNamed(record, 'participating-org').filter((element) =>
      ['1', '3'].includes(attribute(element, 'role') ?? ''),
    );
    for (const elements of [partners, childrenNamed(record, 'reporting-org')]) {
      for (const element of elements) {
        const country = countryOf(element);
        if (country === undefined || reading.recipients.has(country) || reading.providers.has(country))
          continue;
        reading.providers.add(country);
        const params = { got: attribute(element, 'ref') ?? '', right: country };
        reading.found('note', 'countryConcluded', meaning, { element, attribute: 'ref' }, params);
      }
      if (reading.providers.size > 0) break;
    }
    const items: Participant[] = [...reading.providers].map((country) => ({ country, role: 'provider' }));
    reading.putList(meaning, items);
  },
};

function countryOf(organisation: Element): string | undefined {
  const identifier = attribute(organisation, 'ref')?.toUpperCase() ?? '';
  const country = countryPrefix.exec(identifier)?.[1];
  if (country === undefined || !isCountry(country)) return undefined;
  const isPublic =
    publicTypes.has(attribute(organisation, 'type') ?? '') || identifier.startsWith(`${country}-GOV-`);
  return isPublic ? country : undefined;
}
