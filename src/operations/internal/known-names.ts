import type { FacetName } from '../../fields/facet.ts';
import { fold } from '../../language/fold.ts';
import { forEachToken } from '../../language/tokens.ts';
import { allNames, type KnownName } from '../../vocabulary/names-index.ts';

/** What a name stands for. */
export interface Named {
  readonly facet: FacetName;
  readonly code: string;
  /** Short forms in capitals (`CAR`, `EAU`, `oPt`) count only as they are written: in small letters they are other words. */
  readonly letters?: string;
}

/** Longest name that is looked for, in words. */
export const longestName = 8;

export interface KnownNames {
  /** By the words of the name as searches cut them, between spaces. */
  readonly words: ReadonlyMap<string, readonly Named[]>;
  /** Names in Han characters, folded: found inside running text, which has no spaces. */
  readonly han: ReadonlyMap<string, readonly Named[]>;
  readonly longestHan: number;
}

let made: KnownNames | undefined;

/** Every name that a search can hold; made when first needed (some 30 ms). */
export function knownNames(): KnownNames {
  made ??= makeNames();
  return made;
}

function makeNames(): KnownNames {
  const words = new Map<string, Named[]>();
  const han = new Map<string, Named[]>();
  for (const known of allNames()) {
    for (const name of formsOf(known)) {
      const named = namedBy(known, name);
      if (isHan(name)) add(han, fold(name), named);
      else for (const key of keysOf(known, name, named)) add(words, key, named);
    }
  }
  return { words, han, longestHan: Math.max(...[...han.keys()].map((name) => name.length)) };
}

/** A group is called by its name, by its short form in brackets, or by its code; other brackets tell names apart. */
function formsOf({ facet, code, name }: KnownName): readonly string[] {
  const bracket = facet === 'group' ? /^(.+?)\s*\((.+)\)$/.exec(name) : null;
  if (bracket !== null) return [name, bracket[1] ?? '', bracket[2] ?? ''];
  return facet === 'group' ? [name, code] : [name];
}

function namedBy({ facet, code }: KnownName, name: string): Named {
  const letters = lettersOf(name);
  const short = facet === 'country' && letters.length <= 4 && /.\p{Lu}/u.test(letters);
  return { facet, code, ...(short ? { letters } : {}) };
}

/** The cut words of a name; of an Arabic one also without its article, as it stands after a preposition. */
function keysOf({ lang }: KnownName, name: string, { letters }: Named): readonly string[] {
  const surfaces: string[] = [];
  forEachToken(fold(name), 'und', (surface) => surfaces.push(surface));
  const key = surfaces.join(' ');
  if (surfaces.length > longestName || (key.length < 3 && letters === undefined)) return [];
  const bare = lang === 'ar' && surfaces.length === 1 && key.startsWith('ال') && key.length >= 6;
  return bare ? [key, key.slice(2)] : [key];
}

function add(names: Map<string, Named[]>, key: string, named: Named): void {
  const same = names.get(key) ?? [];
  if (!same.some(({ facet, code }) => facet === named.facet && code === named.code)) same.push(named);
  names.set(key, same);
}

export function isHan(text: string): boolean {
  return /^[\p{sc=Han}]/u.test(text);
}

/** The letters alone, as they are written. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '');
}
