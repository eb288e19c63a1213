import { interfaceLanguages } from '../kernel/language-tag.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import things from './data/field-words.json' with { type: 'json' };
import land from './data/land-words.json' with { type: 'json' };
import people from './data/people-words.json' with { type: 'json' };
import state from './data/state-words.json' with { type: 'json' };
import works from './data/works-words.json' with { type: 'json' };

/**
 * The words of the field (rain, pasture, leak, midwife, tariff …) in the seven languages: one row a thing, its words in the
 * order of `interfaceLanguages`, none where a language only has a phrase whose words mean other things. Our own lists:
 * official texts, from which the dictionary is learnt, seldom say them. The first names what is most spoken of; the others
 * go through land, works, people and state, purpose by purpose of the DAC and target by target of the goals.
 */
interface Thing {
  /** What it is called where things are related: its first English word. */
  readonly name: string;
  /** Stems by language. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

/** Stems of other words for the same things: in another language its words, in its own the other ones. */
export function fieldWords(stem: string, from: string, to: string): readonly string[] {
  const found = thingsOf(stem, from).flatMap((thing) => thing.stems.get(to) ?? []);
  return [...new Set(found)].filter((one) => from !== to || one !== stem);
}

/** Whether a stem is that of a word of the field. */
export function isFieldWord(stem: string, lang: string): boolean {
  return thingsOf(stem, lang).length > 0;
}

/** What the things that a stem may mean are called where things are related. */
export function namesOfWord(stem: string, lang: string): readonly string[] {
  return [...new Set(thingsOf(stem, lang).map(({ name }) => name))].filter((name) => name !== '');
}

/** Stems by language of the things that are called so. */
export function stemsOfNamed(name: string): readonly ReadonlyMap<string, readonly string[]>[] {
  return (known().byName.get(name) ?? []).map(({ stems }) => stems);
}

function thingsOf(stem: string, lang: string): readonly Thing[] {
  return known().byStem.get(`${lang} ${stem}`) ?? [];
}

interface Known {
  readonly byName: ReadonlyMap<string, readonly Thing[]>;
  readonly byStem: ReadonlyMap<string, readonly Thing[]>;
}

let read: Known | undefined;

function known(): Known {
  if (read !== undefined) return read;
  const all = [...things, ...land, ...works, ...people, ...state].map((row) => ({
    name: row[0]?.split(' ')[0] ?? '',
    stems: new Map(
      interfaceLanguages.map((lang, column) => [lang as string, stemsOf(row[column] ?? '', lang)]),
    ),
  }));
  const byStem = new Map<string, Thing[]>();
  for (const thing of all) {
    for (const [lang, own] of thing.stems) {
      for (const stem of own) {
        const key = `${lang} ${stem}`;
        const there = byStem.get(key);
        if (there === undefined) byStem.set(key, [thing]);
        else there.push(thing);
      }
    }
  }
  read = { byName: Map.groupBy(all, ({ name }) => name), byStem };
  return read;
}

/** A Chinese word of several characters stands for its pairs; its single last character is none. */
function stemsOf(words: string, lang: string): readonly string[] {
  const stems = new Set<string>();
  forEachToken(words, lang, (surface, stem) => {
    if ([...fold(surface)].length > 1) stems.add(stem);
  });
  return [...stems];
}
