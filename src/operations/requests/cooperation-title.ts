import type { LangText } from '../../kernel/lang-text.ts';
import type { LanguageTag } from '../../kernel/language-tag.ts';
import type { Presented } from '../../policy/present.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { helpKinds } from '../../vocabulary/request-lists.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { cutBetweenWords } from './cut-between-words.ts';
import { requestFacts } from './request-facts.ts';

/** What a title says of a cooperation: kinds of help, what it is about, who shares with whom. All in one language. */
export interface CooperationParts {
  /** Empty where neither side has said it. */
  readonly help: readonly string[];
  readonly subject: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Puts the parts into a sentence: the words between them are the doors'. */
export type CooperationSentence = (parts: CooperationParts) => string;

/** The two sides of a match with what they have written, as somebody may see it. */
export interface Sides {
  readonly record: Presented;
  readonly need: Presented | undefined;
  readonly offer: Presented | undefined;
  readonly answering: readonly string[];
  readonly asking: readonly string[];
}

/** A subject is no longer than this in a title, in characters; each side names so many countries at most. */
const longestSubject = 160;
const mostCountries = 4;

/**
 * What the offer gives of what the need asks for; where only one of them says it, as that one does. The subject is the title
 * of the need, or of the answer, in the language wanted; where it has none in it the sector, and without one the title as it stands.
 */
export function cooperationParts(sides: Sides, lang: LanguageTag): CooperationParts {
  const { need, offer, answering, asking } = sides;
  const wanted = helpOf(need);
  const given = helpOf(offer);
  const both = given.filter((kind) => wanted.includes(kind));
  const help = both.length > 0 ? both : given.length > 0 ? given : wanted;
  return {
    help: help.map((kind) => nameOf(helpKinds, kind, lang)),
    subject: cutBetweenWords(subjectOf(sides, lang), longestSubject),
    from: named(answering, lang),
    to: named(asking, lang),
  };
}

function helpOf(record: Presented | undefined): readonly string[] {
  return record === undefined ? [] : (requestFacts(record.register, record.values)?.help ?? []);
}

function subjectOf({ record, need, offer }: Sides, lang: LanguageTag): string {
  const titles = [need, record, offer].flatMap((one) => (one === undefined ? [] : [titleOf(one)]));
  const own = titles.find(({ texts }) => texts[lang] !== undefined)?.texts[lang];
  if (own !== undefined) return own;
  // A list of codes, by the schema of its field.
  const [sector] = ((need ?? record).values['sectors'] ?? []) as readonly string[];
  if (sector !== undefined) return nameOf(sectors, sector, lang);
  const [title] = titles;
  return title?.texts[title.original] ?? '';
}

/** The first countries by name, and that there are more. */
function named(codes: readonly string[], lang: LanguageTag): readonly string[] {
  const names = codes.slice(0, mostCountries).map((code) => countryName(code, lang));
  return codes.length > mostCountries ? [...names, '…'] : names;
}

function titleOf({ register, values }: Presented): LangText {
  // The title of a register is a text, by its declaration.
  return values[register.title] as LangText;
}
