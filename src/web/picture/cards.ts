import { count } from '../../operations/count.ts';
import { flows } from '../../operations/flows.ts';
import type { House } from '../../operations/house.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { footnoteLines } from '../footnotes.ts';
import { titleOf } from '../pages/record-heading.ts';
import { countryLabel } from '../pieces/country-name.ts';
import type { Card } from './card.ts';

const mostNames = 6;

/** The card of the house itself: its name, how many records, who shares with whom. */
export async function houseCard(house: House, t: Translate): Promise<Card> {
  const { total } = await count(house, {}, []);
  const { pairs } = await flows(house, {});
  const line = t('home.records', { n: total });
  const title = t('site.tagline');
  const notes = footnoteLines(t);
  return {
    lang: t.lang,
    site: t('site.name'),
    kind: '',
    title,
    titleLang: t.lang,
    line,
    notes,
    flows: pairs,
  };
}

/** The card of one record, marked where a country has a reservation on what it says. */
export function recordCard(t: Translate, record: Presented): Card {
  const { register, values } = record;
  const { facets, year } = digestOf(register, values);
  const title = titleOf(t, record);
  const kind = [registerLabel(t, register.name), year].filter((part) => part !== undefined).join(' · ');
  const sides = [facets.provider ?? [], facets.host ?? []].filter((side) => side.length > 0);
  const line = sides.map((side) => named(t, side)).join(' · ');
  return {
    lang: t.lang,
    site: t('site.name'),
    kind,
    title: title.text,
    titleLang: title.lang,
    line,
    notes: footnoteLines(t),
    flows: (facets.flow ?? []).map((pair) => {
      const [from = '', to = ''] = pair.split('-');
      return { from, to, count: 1 };
    }),
  };
}

function named(t: Translate, codes: readonly string[]): string {
  const names = codes.slice(0, mostNames).map((code) => countryLabel(t, code));
  return names.join(comma(t)) + (codes.length > mostNames ? ' …' : '');
}
