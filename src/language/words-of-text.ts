import { kindAt, kinds } from './internal/character-kinds.ts';
import { functionWords } from './internal/function-words.ts';
import { hanWords } from './internal/han-words.ts';
import { isStopWord } from './internal/stop-words.ts';
import { wordClause } from './internal/word-clause.ts';
import { forEachToken } from './tokens.ts';

/** A word that a text is about, with every stem under which records may hold it. */
export interface TextWord {
  /** Folded. */
  readonly surface: string;
  /** As it first stands in the text. */
  readonly shown: string;
  /** As texts in this language are found. */
  readonly stem: string;
  /** That stem first, then those of the other languages of its script. */
  readonly terms: readonly string[];
  /** How often it stands there. */
  readonly count: number;
}

interface Counted {
  readonly shown: string;
  readonly stem: string;
  count: number;
}

/**
 * The words of a text that say something, in the order in which they first stand there: without function words of its
 * language, numbers and single letters. Runs of Han are cut into words and these into pairs of characters, as texts are
 * in the index.
 *
 * @param lang BCP 47 tag; `und` when unknown: then function words of every language are left out.
 */
export function wordsOfText(text: string, lang: string): readonly TextWord[] {
  const found = new Map<string, Counted>();
  const note = (surface: string, stem: string, shown: string): void => {
    const known = found.get(surface);
    if (known === undefined) found.set(surface, { shown, stem, count: 1 });
    else known.count += 1;
  };
  let run: { start: number; end: number } | undefined;
  const endRun = (): void => {
    if (run !== undefined) for (const pair of pairsOf(text.slice(run.start, run.end))) note(pair, pair, pair);
    run = undefined;
  };
  forEachToken(text, lang, (surface, stem, start, end) => {
    if (kindAt(text, start) === kinds.syllable) {
      if (run === undefined || start >= run.end) endRun();
      run = { start: run?.start ?? start, end };
      return;
    }
    endRun();
    if (saysSomething(surface, lang)) note(surface, stem, text.slice(start, end));
  });
  endRun();
  return [...found].map(([surface, { shown, stem, count }]) => {
    const { terms } = wordClause(surface, lang, false);
    // Cut as another language cuts it, a word can become one that holds any sentence together there (lose: los).
    const others = terms.filter((term) => !isStopWord(term));
    return { surface, shown, stem, terms: [...new Set([stem, ...others])], count };
  });
}

function pairsOf(run: string): readonly string[] {
  return hanWords(run).flatMap((word) => {
    const characters = [...word];
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  });
}

/**
 * Whether a word says something by itself: no function word of its language, no number, no single letter.
 *
 * @param surface folded.
 */
export function saysSomething(surface: string, lang: string): boolean {
  if (surface.length < 2 || /^\p{N}/u.test(surface) || isStopWord(surface)) return false;
  const langs = functionWords.get(surface);
  if (langs === undefined) return true;
  return lang !== 'und' && !langs.includes(lang);
}
