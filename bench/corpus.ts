import { shownFacets } from '../src/fields/facet.ts';
import type { IndexDocument } from '../src/operations/ports.ts';

/**
 * Invented records that weigh like real ones: words drawn by Zipf's law from vocabularies in seven languages, 60 to 200
 * words each, facets as skewed as in project tables (a few countries and sectors hold most). The same seed gives the
 * same records on every machine.
 */
export function* corpus(size: number, seed = 1): Generator<IndexDocument> {
  const random = randomFrom(seed);
  const vocabularies = languages.map((language) => ({ ...language, words: wordsOf(language) }));
  for (let i = 0; i < size; i += 1) {
    const own = pick(random, vocabularies);
    const length = 60 + Math.floor(random() * 140);
    const texts = random() < 0.25 ? [own, pick(random, vocabularies)] : [own];
    const text = (language: Vocabulary, words: number) => ({
      lang: language.lang,
      text: textOf(random, language, words),
    });
    yield {
      recordId: `record-${i}`,
      register: 'activity',
      title: texts.map((language) => text(language, 8)),
      summary: texts.map((language) => text(language, 22)),
      body: texts.map((language) => text(language, Math.max(10, length / texts.length - 30))),
      facets: facetsOf(random),
      ...(random() < 0.95 ? { year: 1990 + skewed(random, 35) } : {}),
      changed: i + 1,
    };
  }
}

/** Words of known rank in the English vocabulary: 0 is the most frequent. */
export function englishWord(rank: number): string {
  const [english] = languages;
  return (english && wordsOf(english)[rank]) ?? '';
}

interface Language {
  readonly lang: string;
  readonly share: number;
  /** Space between words; none in Chinese. */
  readonly space: string;
  /** Words of grammar: a third of every text. */
  readonly small: readonly string[];
  readonly starts: readonly string[];
  readonly middles: readonly string[];
  readonly ends: readonly string[];
}

interface Vocabulary extends Language {
  readonly words: readonly string[];
}

const latinMiddles = 'ba ne ti ro lu men der tra sis po cul gra vi ten por mo ral fi ca li'.split(' ');
const hanCharacters = [
  ...'合作水农业发展技术国家人民教育卫生能源贸易交通环境城市知识培训项目南方经验共同支持研究政府投资企业社会文化粮食安全健康保护气候变化数据网络工程道路桥梁学校医院工人',
];

const languages: readonly Language[] = [
  latin(
    'en',
    0.4,
    'the of and to in for a on with by is that from as',
    'co pro de in re ex con sub trans sha wa hea edu tra',
    'tion ing ment s er ed ity al ly ance',
  ),
  latin(
    'fr',
    0.15,
    'de la les et des le en du un pour dans par une sur',
    "co pro dé in ré l'é con sou trans par eau san édu",
    'tion ement s eur é ité aux ance elle',
  ),
  latin(
    'es',
    0.15,
    'de la el y en los las del para con un por una que',
    'co pro de in re ex con sub trans pa agua sa edu',
    'ción miento s dor ado idad ales anza mente',
  ),
  latin(
    'pt',
    0.08,
    'de a o e do da em para com os no na um por que',
    'co pro de in re ex con sub trans pa água saú edu',
    'ção mento s dor ado idade ais ança mente',
  ),
  {
    lang: 'ru',
    share: 0.07,
    space: ' ',
    small: 'и в на с по для из от к о при до'.split(' '),
    starts: 'со про раз по пере вод здрав обра тех меж'.split(' '),
    middles: 'труд ви ра бо на ци ом ва ре ни за ко'.split(' '),
    ends: 'ничество тие ние ый ого ами ов ость ская ей'.split(' '),
  },
  {
    lang: 'ar',
    share: 0.08,
    space: ' ',
    small: 'في من على إلى عن مع هذا التي بين أن'.split(' '),
    starts: 'ال و ت م ا است ب لل مت'.split(' '),
    middles: 'عاو نم شرو ياه صح تعل زرا دول بلد طاق نقل بيئ'.split(' '),
    ends: 'ن ية ات ة ين ون ع ها م'.split(' '),
  },
  {
    lang: 'zh',
    share: 0.07,
    space: '',
    small: [...'的和在与了是为对'],
    starts: hanCharacters,
    middles: [''],
    ends: hanCharacters,
  },
];

function latin(lang: string, share: number, small: string, starts: string, ends: string): Language {
  return {
    lang,
    share,
    space: ' ',
    small: small.split(' '),
    starts: starts.split(' '),
    middles: latinMiddles,
    ends: ends.split(' '),
  };
}

/** Words of a language by falling frequency: short ones first, as in life; at most some 30,000. */
function wordsOf({ starts, middles, ends }: Language): readonly string[] {
  const middlePairs = middles.flatMap((a) =>
    a === '' ? [a] : [a, ...middles.slice(0, 8).map((b) => a + b)],
  );
  const all = middlePairs.flatMap((middle) =>
    starts.flatMap((start) => ends.map((end) => start + middle + end)),
  );
  return shuffled(all, randomFrom(7));
}

function textOf(random: Random, { words, space, small }: Vocabulary, count: number): string {
  const chosen: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const word = random() < 1 / 3 ? small[skewed(random, small.length)] : words[zipf(random, words.length)];
    chosen.push(word ?? '');
  }
  return chosen.join(space);
}

const facetSizes: Readonly<Record<string, number>> = {
  kind: 5,
  provider: 120,
  host: 190,
  group: 12,
  modality: 9,
  sector: 60,
  sdg: 17,
  year: 35,
};
const mostValues: Readonly<Record<string, number>> = {
  provider: 3,
  host: 4,
  group: 3,
  sector: 2,
  sdg: 3,
  year: 4,
};

function facetsOf(random: Random): IndexDocument['facets'] {
  const facets = shownFacets.map((name) => {
    const count = 1 + Math.floor(random() * (mostValues[name] ?? 1));
    const values = Array.from({ length: count }, () => `${name}-${skewed(random, facetSizes[name] ?? 10)}`);
    return [name, [...new Set(values)]];
  });
  return Object.fromEntries(facets);
}

export type Random = () => number;

/** Rank by Zipf's law with exponent near 1, flattened at the head as language is once function words are out. */
function zipf(random: Random, size: number): number {
  const flat = 20;
  return Math.min(size - 1, Math.floor(flat * ((size / flat + 1) ** random() - 1)));
}

function skewed(random: Random, size: number): number {
  return Math.floor(size * random() ** 3);
}

function pick(random: Random, vocabularies: readonly Vocabulary[]): Vocabulary {
  let rest = random();
  const found = vocabularies.find(({ share }) => {
    rest -= share;
    return rest <= 0;
  });
  const [first] = vocabularies;
  if (first === undefined) throw new Error('no languages');
  return found ?? first;
}

function shuffled(words: readonly string[], random: Random): readonly string[] {
  const keyed = [...new Set(words)].map((word) => ({ word, key: random() + word.length / 12 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word);
}

/** The linear congruential generator of Numerical Recipes (Press et al. 1992), 32 bits. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
