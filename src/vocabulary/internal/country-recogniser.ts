import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { CodeEntry } from '../code-list.ts';
import synonyms from '../data/country-synonyms.json' with { type: 'json' };
import { foldName } from './fold-name.ts';

type Recogniser = (text: string) => string | undefined;

/** Words before a name that only say which form of state it is, in en, fr, es, pt (folded). */
const stateForm =
  /^(?:the |la |le |el |a |o )?(?:(?:arab|bolivarian|co operative|cooperative|democratic|federal|federative|federated|great|hashemite|independent|islamic|oriental|people s|peoples|plurinational|socialist|sovereign|united) )*(?:republic|republique|republica|kingdom|royaume|reino|state|states|etat|estado|sultanate|principality|principaute|principado|grand duchy|commonwealth|union)(?: (?:arabe|bolivariana|bolivarienne|cooperative|cooperativa|democratica|democratique|dominicaine|federal|federale|federativa|federative|islamica|islamique|oriental|orientale|plurinacional|plurinational|populaire|popular|socialista|socialiste|unie|unida))*(?: (?:of|de|du|des|do|da|dos|das|d|del))?(?: (?:the|la|le|les|el|los|las))? /;

/** The same in Arabic, Russian and Chinese, where the name follows or stands before. */
const stateForms: readonly RegExp[] = [
  stateForm,
  /^(?:جمهوريه|مملكه|دوله|اماره) /,
  / (?:اسلاميه|اتحاديه|شعبيه|ديمقراطيه|عربيه|تعاونيه|متعدده قوميات)$/g,
  /^(?:(?:исламская|народная|федеративная|арабская|демократическая) )*(?:республика|королевство|государство|княжество) /,
  /(?:民主|人民|伊斯兰|联邦|合作)*(?:共和国|王国|大公国|公国)$/,
];

const article = /^(?:the|la|le|les|l|el|los|las|os|as) /;

/** What may stand behind a comma or in brackets without saying which country it is. */
const stateWords =
  /^(?:the|la|le|el|los|las|a|o|l|les|rep|republic|republique|republica|kingdom|state|states|union|federation|arab|islamic|federated|united|plurinational|bolivarian|socialist|of|de|du|da|do|del|islamique|islamica|province|china)(?: |$)/;

/** Names that are not one country's when words are taken away from them. */
const ambiguous = new Set([
  'congo',
  'korea',
  'coree',
  'corea',
  'coreia',
  'guinea',
  'virgin islands',
  'china',
  'samoa',
]);

/** The common and former names that are kept with the data, as pairs of code and name. */
export function* synonymsOfCountries(): Iterable<readonly [code: string, name: string]> {
  for (const [code, texts] of Object.entries(synonyms)) {
    for (const text of texts) yield [code, text];
  }
}

/** Makes the lookup over all names; about 20 ms the first time, so it is made when first asked. */
export function recogniserOfCountries(
  entries: Iterable<CodeEntry>,
  alpha3Of: (code: string) => string | undefined,
  otherName: (code: string, lang: string) => string | undefined,
): Recogniser {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [code, name] of synonymsOfCountries()) names.set(foldName(name), code);
  for (const { code, names: own } of entries) {
    codes.set(code, code);
    codes.set(alpha3Of(code) ?? code, code);
    for (const lang of interfaceLanguages) {
      for (const name of [own[lang], otherName(code, lang)]) addName(names, code, name);
    }
  }
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > 120) return undefined;
    // Codes in capitals only: `and`, `are`, `in`, `no` are words.
    return codes.get(trimmed) ?? byName(names, trimmed);
  };
}

function addName(names: Map<string, string>, code: string, name: string | undefined): void {
  if (name === undefined) return;
  const folded = foldName(name);
  if (folded !== '' && !names.has(folded)) names.set(folded, code);
}

/** The name as it stands; with what follows a comma put in front; without the form of state. */
function byName(names: ReadonlyMap<string, string>, text: string): string | undefined {
  const whole = foldName(text);
  const found = names.get(whole) ?? names.get(whole.replace(article, ''));
  if (found !== undefined) return found;
  const turned = /^([^,([]+)[,([]\s*([^,()[\]]+)[)\]]?[\s*]*$/.exec(text);
  if (turned !== null) {
    const [head, tail] = [foldName(turned[1] ?? ''), foldName(turned[2] ?? '')];
    const around = `${tail} ${head}`;
    const asTurned = names.get(around) ?? names.get(around.replace(article, ''));
    if (asTurned !== undefined) return asTurned;
    if (stateWords.test(tail) && !ambiguous.has(head)) return names.get(head);
  }
  const bare = stateForms.reduce((name, form) => name.replace(form, ''), whole).replace(article, '');
  return bare === whole || ambiguous.has(bare) ? undefined : names.get(bare);
}
