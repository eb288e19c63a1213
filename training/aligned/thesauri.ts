import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { getSharedData } from '../shared-data.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

/** Concepts of the UNBIS thesaurus, category of humanitarian aid, in six languages (United Nations library). */
export function unbisConcepts(): readonly AlignedText[] {
  const text = readFileSync(getSharedData('thesauri', 'unbis-humanitarian-6-languages.json'), 'utf8');
  // The form is the publisher's: labels by language under each concept.
  const concepts = JSON.parse(text) as Record<string, { prefLabel: Record<string, string[]> }>;
  return Object.entries(concepts).flatMap(([id, { prefLabel }]) =>
    aligned(
      `unbis/${id}`,
      `unbis/${id}`,
      Object.fromEntries(
        Object.entries(prefLabel).map(([lang, [label]]) => [lang, label?.replace(/^[\d.]+ - /, '')]),
      ),
    ),
  );
}

/** Concepts of EuroVoc in English and French (European Union, decision 2011/833/EU). */
export function eurovocConcepts(): readonly AlignedText[] {
  const zipped = readFileSync(getSharedData('thesauri', 'eurovoc-en-fr.yaml.gz'));
  // The form is the publisher's: concepts with labels by language.
  const { concepts } = parse(gunzipSync(zipped).toString('utf8'), { maxAliasCount: -1 }) as {
    concepts: Record<string, { prefLabel?: { en?: string; fr?: string } }>;
  };
  return Object.entries(concepts).flatMap(([id, { prefLabel }]) =>
    aligned(`eurovoc/${id}`, `eurovoc/${id}`, { en: prefLabel?.en, fr: prefLabel?.fr }),
  );
}
