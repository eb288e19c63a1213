import { interfaceLanguages } from '../kernel/language-tag.ts';
import type { CodeList } from './code-list.ts';
import { countries, countrySynonyms } from './countries.ts';
import { countryGroups } from './country-groups.ts';
import { modalities } from './modalities.ts';
import { sdgGoals, sdgs } from './sdg.ts';
import { sectors } from './sectors.ts';

/** A name by which a reader may call a code; `und` where the language was not kept. */
export interface KnownName {
  readonly facet: 'country' | 'sector' | 'sdg' | 'group' | 'modality';
  readonly code: string;
  readonly lang: string;
  readonly name: string;
}

/**
 * Every name in the seven languages of what can be filtered by, so that a search can recognise it in a question.
 * Common and former names of countries come last (`und`), among them short forms
 * in capitals (`CAR`, `UK`) that a reader means only in capitals; targets of the goals are left out: they have no names.
 */
export function* allNames(): Iterable<KnownName> {
  yield* namesOf('country', countries);
  yield* namesOf('sector', sectors);
  yield* namesOf('sdg', sdgs, sdgGoals);
  yield* namesOf('group', countryGroups);
  yield* namesOf('modality', modalities);
  for (const [code, name] of countrySynonyms()) yield { facet: 'country', code, lang: 'und', name };
}

function* namesOf(
  facet: KnownName['facet'],
  list: CodeList,
  codes: Iterable<string> = list.entries.keys(),
): Iterable<KnownName> {
  for (const code of codes) {
    const names = list.entries.get(code)?.names ?? {};
    for (const lang of interfaceLanguages) {
      const name = names[lang];
      if (name !== undefined) yield { facet, code, lang, name };
    }
  }
}
