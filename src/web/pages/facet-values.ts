import { anyCircle, type FacetName } from '../../fields/facet.ts';
import { confirmationNames, freshnessNames } from '../../lifecycle/freshness.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { countryGroups } from '../../vocabulary/country-groups.ts';
import { modalities } from '../../vocabulary/modalities.ts';
import { goalOf, sdgs } from '../../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../../vocabulary/sectors.ts';
import { registerLabel } from '../../wording/labels.ts';
import { isMessageKey, type Translate } from '../../wording/messages.ts';
import { arrow } from '../pieces/arrow.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLabel } from '../pieces/country-name.ts';

/**
 * The value under which records are counted, for a value as an address has it: a sector's category for its code, a
 * goal for a target. Undefined for what can stand in no record.
 */
export function countedValue(facet: FacetName, value: string): string | undefined {
  switch (facet) {
    case 'kind':
      return findRegister(value)?.name;
    case 'provider':
    case 'host':
    case 'country':
      return isCountry(value) ? value : undefined;
    case 'group':
      return countryGroups.entries.has(value) ? value : undefined;
    case 'modality':
      return modalities.entries.has(value) ? value : undefined;
    case 'sector':
      return sectorCategory(value);
    case 'sdg':
      return goalOf(value);
    case 'year':
      return /^[12]\d{3}$/.test(value) ? value : undefined;
    case 'flow':
    case 'circle':
      if (facet === 'circle' && value === anyCircle) return value;
      return value.length === 5 &&
        value[2] === '-' &&
        isCountry(value.slice(0, 2)) &&
        isCountry(value.slice(3))
        ? value
        : undefined;
    case 'gap':
      return /^[a-z][A-Za-z]{0,30}$/.test(value) ? value : undefined;
    case 'confirmation':
      return confirmationNames.find((name) => name === value);
    case 'due':
      return freshnessNames.find((name) => name === value);
    case 'organisation':
      return value;
  }
}

/** What a value of a facet is called in the reader's language. */
export function facetValueName(t: Translate, facet: FacetName, value: string): string {
  switch (facet) {
    case 'kind':
      return registerLabel(t, value, true);
    case 'provider':
    case 'host':
    case 'country':
      return countryLabel(t, value);
    case 'group':
      return codeLabel(t, countryGroups, value);
    case 'modality':
      return codeLabel(t, modalities, value);
    case 'sector':
      return codeLabel(t, sectors, value);
    case 'sdg':
      return codeLabel(t, sdgs, value);
    case 'flow':
      return `${countryLabel(t, value.slice(0, 2))} ${arrow(t.lang)} ${countryLabel(t, value.slice(3))}`;
    case 'circle':
      if (value === anyCircle) return t('flows.circle');
      return `${countryLabel(t, value.slice(0, 2))} ↔ ${countryLabel(t, value.slice(3))}`;
    case 'gap': {
      const key = `field.${value}`;
      return isMessageKey(key) ? t(key) : value;
    }
    case 'confirmation':
    case 'due': {
      const key = `${facet === 'due' ? 'freshness' : facet}.${value}`;
      return isMessageKey(key) ? t(key) : value;
    }
    case 'year':
    case 'organisation':
      return value;
  }
}
