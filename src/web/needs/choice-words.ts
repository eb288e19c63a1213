import { type FacetName, type FacetValues, facetNames } from '../../fields/facet.ts';
import type { Interest } from '../../operations/ports/interests.ts';
import { type Aspect, aspects, tellable } from '../../requests/interests.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages as languageList, languageName } from '../../vocabulary/languages.ts';
import { sdgs } from '../../vocabulary/sdg.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { type Option, optionsOf } from '../forms/options.ts';
import { type Html, html, joined } from '../html.ts';
import { facetValueName } from '../pages/facet-values.ts';

/** Where a post's choice is changed or ended, without language. */
export function choicePath(id: string): string {
  return `/follow/choice?${new URLSearchParams({ interest: id })}`;
}

type Chosen = Pick<Interest, 'words' | 'profile' | 'filters'>;

/** What somebody chose to hear of, as it is called everywhere: its words, what was chosen, what else it was searched by. */
export function choiceParts(t: Translate, { words, profile, filters }: Chosen): readonly string[] {
  const all = [
    ...(words === '' ? [] : [`“${words}”`]),
    ...aspects.flatMap((aspect) => (profile[aspect] ?? []).map((value) => valueName(t, aspect, value))),
    ...facetsIn(filters).map(([facet, value]) => facetWords(t, facet, value)),
  ];
  return all.length === 0 ? [t('interest.everything')] : all;
}

/** The same on a page. */
export function choiceWords(t: Translate, chosen: Chosen): Html {
  return joined(
    choiceParts(t, chosen).map((part) => html`<bdi>${part}</bdi>`),
    comma(t),
  );
}

export function facetsIn(filters: FacetValues): readonly (readonly [FacetName, string])[] {
  return facetNames.flatMap((facet) => (filters[facet] ?? []).map((value) => [facet, value] as const));
}

export function facetWords(t: Translate, facet: FacetName, value: string): string {
  return `${t(`facet.${facet}`)}${colon(t)}${facetValueName(t, facet, value)}`;
}

function valueName(t: Translate, aspect: Aspect, value: string): string {
  return aspect === 'languages'
    ? languageName(value, t.lang)
    : (optionsFor(t, aspect).find(({ code }) => code === value)?.label ?? value);
}

/** What can be chosen of an aspect. */
export function optionsFor(t: Translate, aspect: Aspect): readonly Option[] {
  switch (aspect) {
    case 'kinds':
      return tellable.map((code) => ({ code, label: registerLabel(t, code, true) }));
    case 'countries':
      return optionsOf(countries, t);
    case 'sectors':
      return [...sectors.entries.values()]
        .filter(({ parent }) => parent === undefined)
        .map(({ code }) => ({ code, label: nameOf(sectors, code, t.lang) }));
    case 'goals':
      return [...sdgs.entries.values()]
        .filter(({ parent }) => parent === undefined)
        .map(({ code }) => ({ code, label: nameOf(sdgs, code, t.lang) }));
    case 'languages':
      return optionsOf(languageList, t);
  }
}
