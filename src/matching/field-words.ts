import { interfaceLanguages } from '../kernel/language-tag.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import rows from './data/field-words.json' with { type: 'json' };

/**
 * The concrete words of the field (rain, pasture, leak, midwife …) in the seven languages: one row a thing, its words in
 * the order of `interfaceLanguages`. Our own list: official texts, from which the dictionary is learnt, seldom say them.
 */
interface Thing {
  /** Stems by language. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

let byStem: ReadonlyMap<string, readonly Thing[]> | undefined;

/** Stems of other words for the same things: in another language its words, in its own the other ones. */
export function fieldWords(stem: string, from: string, to: string): readonly string[] {
  byStem ??= thingsByStem();
  const things = byStem.get(`${from} ${stem}`) ?? [];
  const found = things.flatMap((thing) => thing.stems.get(to) ?? []);
  return [...new Set(found)].filter((one) => from !== to || one !== stem);
}

function thingsByStem(): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const row of rows) {
    const stems = new Map(
      interfaceLanguages.map((lang, at) => [lang as string, stemsOf(row[at] ?? '', lang)]),
    );
    for (const [lang, own] of stems) {
      for (const stem of own)
        found.set(`${lang} ${stem}`, [...(found.get(`${lang} ${stem}`) ?? []), { stems }]);
    }
  }
  return found;
}

/** A Chinese word of several characters stands for its pairs; its single last character is none. */
function stemsOf(words: string, lang: string): readonly string[] {
  const stems = new Set<string>();
  forEachToken(words, lang, (surface, stem) => {
    if ([...fold(surface)].length > 1) stems.add(stem);
  });
  return [...stems];
}
