import { seededRandom, shuffled } from '../learn/random.ts';
import { runsOf } from './overlaps.ts';

interface Grouped {
  readonly text: string;
  readonly language: string;
  readonly group: string;
}

/**
 * Which of `count` parts each text belongs to: all texts of a group (publisher, country), and all that share eight
 * words in a row, stand in the same part. Large groups are dealt first, to the smallest part.
 */
export function foldsOf(
  texts: readonly Grouped[],
  { count, seed, ungrouped = new Set<string>() }: FoldOptions,
): Uint8Array {
  const roots = Uint32Array.from(texts, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while ((roots[root] ?? root) !== root) root = roots[root] ?? root;
    roots[at] = root;
    return root;
  };
  const firsts = new Map<string, number>();
  const formulas = formulasOf(texts);
  texts.forEach(({ text, language, group }, at) => {
    const keys = ungrouped.has(group) ? [] : [`group ${group}`];
    const runs = [...runsOf(text, language)].filter((run) => !formulas.has(run));
    for (const key of [...keys, ...runs]) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, at);
      else roots[find(at)] = find(first);
    }
  });
  const members = Map.groupBy(texts.keys(), find);
  const dealt = shuffled([...members.values()], seededRandom(seed)).sort((a, b) => b.length - a.length);
  const sizes = new Float64Array(count);
  const folds = new Uint8Array(texts.length);
  for (const group of dealt) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + group.length;
    for (const at of group) folds[at] = fold;
  }
  return folds;
}

/** Words in a row in more texts than this are a formula (a question of a form, a name of a programme), no copy. */
const mostCopies = 12;

function formulasOf(texts: readonly Grouped[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text, language } of texts) {
    for (const run of runsOf(text, language)) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > mostCopies).map(([run]) => run));
}

interface FoldOptions {
  readonly count: number;
  readonly seed: number;
  /** Groups that are no publisher or country: their texts are dealt one by one, with their copies. */
  readonly ungrouped?: ReadonlySet<string>;
}
