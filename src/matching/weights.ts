/** What is looked at when records are ranked, in the order in which it is told. */
export const factors = ['words', 'meaning', 'subject', 'context', 'experience'] as const;
export type Factor = (typeof factors)[number];

/**
 * The most points that each factor can give: all there is to the order of records. Set by hand on the development half
 * of the needs in `evaluation/`, never on the other half; told on the page of each result and in the handbook.
 */
export const mostPoints: Readonly<Record<Factor, number>> = {
  words: 52,
  meaning: 33,
  subject: 8,
  context: 3,
  experience: 4,
};

/** In which ways two countries can be alike; each counts the same. */
export const traits = ['income', 'status', 'subRegion', 'belt', 'language', 'people'] as const;
export type Trait = (typeof traits)[number];

/** How experience is told; each counts the same. */
export const experiences = ['uses', 'recent', 'confirmed'] as const;
export type Experience = (typeof experiences)[number];

/** Countries that took a thing up beyond which more do not count. */
export const enoughUses = 8;
/** Years after which a word is as fresh as it gets, and after which it says nothing. */
export const freshYears = 3;
export const oldYears = 12;

/** What a word in another language counts beside the word as typed, when the dictionary is sure of it. */
export const translatedShare = 0.85;
/** What a word as typed counts in records that have no text in its language: names and loanwords are the same there, other things are called so, too. */
export const elsewhereShare = 0.6;
/** How many times a word of the field (`field-words.ts`) counts beside any other. */
export const fieldShare = 1.35;
/** How many times a phrase of the field (`field-phrases.ts`) counts, beside its words. */
export const phraseShare = 1.5;
/** What of that is left where the words of a phrase stand in a record, but apart. */
export const apartShare = 0.4;
/** What another word of the same language for the same thing counts. */
export const synonymShare = 0.5;

/** How many times a thing counts that answers what is asked or is near to it (`related.ts`), where it is surely meant. */
export const relatedShare = 0.5;
/** What is only near counts beside what answers or is as good as the same. */
export const nearShare = 0.4;
/** What a single word counts beside a phrase when related things are looked for; shared by all things that it may mean. */
export const wordShare = 0.6;
/** Related things are taken from this on, and no more than so many. */
export const leastRelated = 0.3;
export const mostRelated = 16;

/**
 * What a word of our list must keep of its sense on the way back, by the dictionary: less, and its stem is that of
 * another word rather (مدن: cities, civil; رعا: herders, care), so that it is left out.
 */
export const leastKeptSense = 0.6;

/** What the name of a record alone counts of its meaning, beside name and text together: it says best what it is about. */
export const nameShare = 0.2;

/** From so many traits on of those that are known of both, a country is "like" another. */
export const alikeFrom = 4;
