import type { Trait } from '../../matching/weights.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { countryGroups } from '../../vocabulary/country-groups.ts';
import { incomeGroups, latitudeBelts, peopleBands } from '../../vocabulary/country-likeness.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { subRegions } from '../../vocabulary/sub-regions.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { codeLabel } from '../pieces/code-label.ts';

const lists: Readonly<Record<Exclude<Trait, 'language'>, CodeList>> = {
  income: incomeGroups,
  status: countryGroups,
  subRegion: subRegions,
  belt: latitudeBelts,
  people: peopleBands,
};

/** A trait of countries with its values, in words: "Western Africa". */
export function traitNames(t: Translate, trait: Trait, values: readonly string[]): string {
  if (values.length === 0) return t('solved.noStatus');
  if (trait === 'language')
    return t('solved.official', {
      languages: values.map((value) => languageName(value, t.lang)).join(comma(t)),
    });
  return values.map((value) => codeLabel(t, lists[trait], value)).join(comma(t));
}
