import { interfaceLanguages } from '../kernel/language-tag.ts';
import { relatedLists } from './data/related-lists.ts';
import { stemsOfNamed } from './field-words.ts';
import { phrasesNamed, sayings, wholeWays } from './phrase-ways.ts';
import { listedIn, type Way } from './ways.ts';
import { leastRelated, mostRelated, nearShare, relatedShare } from './weights.ts';

/** A thing of the field that a text says. */
export interface SaidThing {
  /** As it stands in the text. */
  readonly shown: string;
  /** What it is called where things are related. */
  readonly name: string;
  /** How surely it is meant, from 0 to 1. */
  readonly share: number;
}

/** Whether a thing answers what is asked (mini-grids answer power cuts) or is near to it (kindergartens, early childhood). */
export const relations = ['answers', 'near'] as const;
export type Relation = (typeof relations)[number];

/** A thing that a text does not say, but that who has solved it may speak of instead. */
export interface RelatedThing {
  /** In the language of the text where we have a word for it, else in English. */
  readonly shown: string;
  /** What of the text led to it first, as it stands there. */
  readonly asked: string;
  readonly relation: Relation;
  readonly weight: number;
  readonly ways: readonly Way[];
}

/**
 * What answers the things that a text says or is near to them, by our lists: each gives a share of itself to what is related
 * to it, and those that get most from all together are taken (spreading activation, Collins and Loftus 1975, one step).
 */
export function relatedThings(said: readonly SaidThing[], lang: string): readonly RelatedThing[] {
  const surest = new Map<string, SaidThing>();
  for (const one of said) if ((surest.get(one.name)?.share ?? 0) < one.share) surest.set(one.name, one);
  const reached = new Map<string, { sum: number; asked: string; relation: Relation }>();
  for (const { name, shown, share } of surest.values()) {
    for (const { to, strength, relation } of relationsOf(name)) {
      if (surest.has(to)) continue;
      const there = reached.get(to);
      if (there === undefined) reached.set(to, { sum: share * strength, asked: shown, relation });
      else there.sum += share * strength;
    }
  }
  return [...reached]
    .filter(([, { sum }]) => sum >= leastRelated)
    .sort(([, a], [, b]) => b.sum - a.sum)
    .slice(0, mostRelated)
    .map(([name, { sum, asked, relation }]) => ({
      shown: shownIn(name, lang),
      asked,
      relation,
      weight: relatedShare * Math.min(1, sum),
      ways: waysOfNamed(name, lang),
    }));
}

interface Tie {
  readonly to: string;
  readonly strength: number;
  readonly relation: Relation;
}

let ties: ReadonlyMap<string, readonly Tie[]> | undefined;

function relationsOf(name: string): readonly Tie[] {
  ties ??= new Map(
    relatedLists.map(([from = '', answers = '', close = '', near = '']) => [
      from,
      [...tiesTo(answers, 1, 'answers'), ...tiesTo(close, 1, 'near'), ...tiesTo(near, nearShare, 'near')],
    ]),
  );
  return ties.get(name) ?? [];
}

function tiesTo(cell: string, strength: number, relation: Relation): readonly Tie[] {
  return cell === '' ? [] : cell.split(' | ').map((to) => ({ to, strength, relation }));
}

function shownIn(name: string, lang: string): string {
  const column = (interfaceLanguages as readonly string[]).indexOf(lang);
  return phrasesNamed(name).flatMap((row) => sayings(row, column))[0] ?? name;
}

/** Its words one after the other: where they stand apart, they say something else more often than what is only related. */
function waysOfNamed(name: string, from: string): readonly Way[] {
  const words = stemsOfNamed(name).flatMap((stems) =>
    [...stems].flatMap(([lang, own]) => own.map((stem): Way => ({ terms: [stem], ...listedIn(lang, from) }))),
  );
  return [...wholeWays(phrasesNamed(name), from), ...words];
}
