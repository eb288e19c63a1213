/**
 * A light stemmer for folded Arabic: takes off the article with what is glued before it, and endings of number, gender,
 * relation and possession, so that التعاون, تعاون, والتعاون and بالتعاون meet. It knows no roots and no broken plurals
 * (مشروع and مشاريع stay apart). Same idea as the "light10" stemmer of Larkey, Ballesteros and Connell (2007).
 *
 * One-letter prefixes without an article (و ف ب ك ل) are left on: too many words begin with them (وطني, برنامج, لجنة).
 * The query side asks for both spellings instead, see `arabicVariants`.
 */
export function stemArabic(word: string): string {
  const bare = withoutArticle(word);
  return mechanism.has(bare) ? 'الي' : withoutEndings(bare);
}

/** Mechanism, mechanisms: a frequent word of the field that begins as if with an article. */
const mechanism: ReadonlySet<string> = new Set(['اليه', 'اليات']);

const article = /^[وف]?(?:[بك]?ال|لل)(?=...)/;

/** Twice, because many nouns themselves begin with ال (الالتزام, التزام). */
function withoutArticle(word: string): string {
  let rest = word;
  for (let pass = 0; pass < 2; pass += 1) {
    const next = rest.replace(article, '');
    if (next === rest || mechanism.has(rest)) break;
    rest = next;
  }
  return rest;
}

/** Endings in the order in which they are taken off, each with the letters that must stay. */
const endings: readonly (readonly [ending: string, stays: number])[] = [
  ['ها', 3],
  ['هم', 3],
  ['ات', 3],
  ['ان', 3],
  ['ون', 3],
  ['ين', 3],
  ['يه', 2],
  ['ه', 2],
  ['ي', 3],
];

function withoutEndings(word: string): string {
  let rest = word;
  for (const [ending, stays] of endings) {
    if (rest.length - ending.length >= stays && rest.endsWith(ending)) rest = rest.slice(0, -ending.length);
  }
  return rest;
}

const glued = ['و', 'ف', 'ب', 'ك', 'ل', 'ول', 'وب'] as const;

/** The stem of a folded word and the stems it has when a conjunction or preposition is glued to it. */
export function arabicVariants(word: string): readonly string[] {
  const stem = stemArabic(word);
  const found = [stem];
  if (stem.length >= 3) found.push(...glued.map((prefix) => prefix + stem));
  if (word.startsWith('و') && word.length >= 5) found.push(stemArabic(word.slice(1)));
  return found;
}
