import { facetNames } from '../../fields/facet.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { shardOf, wordsOf } from './words-of.ts';

/** Facets by which a copy can be searched: those whose values do not change with the day. */
export const copiedFacets = facetNames.filter((facet) => facet !== 'due');

/** Numbers of records as differences, ascending: short in a file. */
type Places = number[];

/** Where a word stands: numbers of the records with it in the title, and of those with it elsewhere. */
interface Found {
  readonly title: Places;
  readonly body: Places;
}

/** Grows record by record; then gives the files of a search that needs no server. */
export class SearchIndexOfCopy {
  /** Words by the file in which they will stand: each is written and let go by itself. */
  readonly #shards = Array.from({ length: 256 }, () => new Map<string, Found>());
  readonly #facets = new Map<string, Map<string, Places>>(copiedFacets.map((facet) => [facet, new Map()]));
  #records = 0;

  /** Takes in the next record; its number is its place in the order. */
  add(record: Presented): void {
    const number = this.#records;
    this.#records += 1;
    const { title, summary, body, facets } = digestOf(record.register, record.values);
    const inTitle = new Set(title.flatMap(({ text }) => wordsOf(text)));
    const elsewhere = new Set([...summary, ...body].flatMap(({ text }) => wordsOf(text)));
    for (const word of inTitle) this.#of(word).title.push(number);
    for (const word of elsewhere) if (!inTitle.has(word)) this.#of(word).body.push(number);
    const counted = { ...facets, confirmation: [record.review.confirmation] };
    for (const [facet, values] of Object.entries(counted)) {
      const known = this.#facets.get(facet);
      for (const value of new Set(values)) {
        const places = known?.get(value);
        if (places === undefined) known?.set(value, [number]);
        else places.push(number);
      }
    }
  }

  get records(): number {
    return this.#records;
  }

  /** Values of a facet that any record has. */
  valuesOf(facet: string): readonly string[] {
    return [...(this.#facets.get(facet)?.keys() ?? [])];
  }

  /** Scripts by their path under `search/`: a page opened from a disk may load scripts and nothing else. Once. */
  *files(): Generator<{ readonly path: string; readonly text: string }> {
    for (const [shard, words] of this.#shards.entries()) {
      const found = [...words].map(([word, { title, body }]) => [
        word,
        [differences(title), differences(body)],
      ]);
      words.clear();
      yield { path: `words/${shard}.js`, text: given(`words/${shard}`, Object.fromEntries(found)) };
    }
    for (const [facet, values] of this.#facets) {
      const places = [...values].map(([value, numbers]) => [value, differences(numbers)] as const);
      yield { path: `facets/${facet}.js`, text: given(`facets/${facet}`, Object.fromEntries(places)) };
    }
  }

  #of(word: string): Found {
    const words = this.#shards[shardOf(word)];
    const known = words?.get(word);
    if (known !== undefined) return known;
    const found = { title: [], body: [] };
    words?.set(word, found);
    return found;
  }
}

/** A file that hands its content to the search page under a name. */
export function given(name: string, content: unknown): string {
  return `southbridge(${JSON.stringify(name)},${JSON.stringify(content)})\n`;
}

function differences(numbers: Places): Places {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}
