import { type InterfaceLanguage, isInterfaceLanguage, type LanguageTag } from '../../kernel/language-tag.ts';
import type { Concepts, Translation } from './open-concepts.ts';
import type { TermTable, TermTables } from './term-table.ts';

/** Looks words up from one language to another; what leads from English is turned round when first asked for. */
export function translator(tables: TermTables): Concepts['translations'] {
  const fromEnglish = new Map<InterfaceLanguage, ReadonlyMap<number, readonly Translation[]>>();
  const english = tables.get('en');
  const toEnglish = (table: TermTable, stem: string): readonly Translation[] => {
    const place = table.places.get(stem);
    if (place === undefined || english === undefined) return [];
    return counterparts(table, place).map(({ term, there }) => ({
      stem: english.terms[term] ?? '',
      weight: there,
    }));
  };
  const outOfEnglish = (table: TermTable, stem: string): readonly Translation[] => {
    const place = english?.places.get(stem);
    const turned = fromEnglish.get(table.language) ?? turnedRound(table);
    fromEnglish.set(table.language, turned);
    return place === undefined ? [] : (turned.get(place) ?? []);
  };
  const step = (stem: string, from: TermTable, to: TermTable): readonly Translation[] =>
    from.language === 'en' ? outOfEnglish(to, stem) : toEnglish(from, stem);
  return (stem, from, to, limit = 5) => {
    const [source, target] = [tableOf(tables, from), tableOf(tables, to)];
    if (source === undefined || target === undefined || english === undefined) return [];
    if (source === target) return source.places.has(stem) ? [{ stem, weight: 1 }] : [];
    if (source === english || target === english) return step(stem, source, target).slice(0, limit);
    const summed = new Map<string, number>();
    for (const middle of step(stem, source, english)) {
      for (const { stem: last, weight } of step(middle.stem, english, target)) {
        summed.set(last, (summed.get(last) ?? 0) + middle.weight * weight);
      }
    }
    return bestFirst([...summed].map(([last, weight]) => ({ stem: last, weight }))).slice(0, limit);
  };
}

function tableOf(tables: TermTables, language: LanguageTag): TermTable | undefined {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return isInterfaceLanguage(primary) ? tables.get(primary) : undefined;
}

interface Counterpart {
  readonly term: number;
  readonly there: number;
  readonly back: number;
}

function counterparts(table: TermTable, place: number): readonly Counterpart[] {
  const [start = 0, end = 0] = table.lexiconStarts.subarray(place, place + 2);
  return Array.from(table.lexiconTerms.subarray(start, end), (term, at) => ({
    term,
    there: (table.lexiconThere[start + at] ?? 0) / 255,
    back: (table.lexiconBack[start + at] ?? 0) / 255,
  }));
}

function turnedRound(table: TermTable): ReadonlyMap<number, readonly Translation[]> {
  const turned = new Map<number, Translation[]>();
  table.terms.forEach((stem, place) => {
    for (const { term, back } of counterparts(table, place)) {
      const known = turned.get(term);
      if (known === undefined) turned.set(term, [{ stem, weight: back }]);
      else known.push({ stem, weight: back });
    }
  });
  return new Map([...turned].map(([term, list]) => [term, bestFirst(list)]));
}

function bestFirst(list: readonly Translation[]): readonly Translation[] {
  return [...list].sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
}
