/**
 * The form under which a text is compared: compatibility forms (NFKC), lower case, no accents, one spelling for
 * letters that writers of a language use interchangeably. `Coopération` and `cooperation`, `التَّعاوُن` and `التعاون`,
 * `ребёнок` and `ребенок`, `٢٠٣٠` and `2030` become equal. Folding twice changes nothing more.
 *
 * Letters that only look accented are kept where dropping the mark would make another letter: Cyrillic й, the vowel
 * signs of Indic scripts and Thai, Japanese voicing.
 */
export function fold(text: string): string {
  // Lower-casing can leave forms that compatibility would change again (and the other way round), so: settle.
  let folded = foldOnce(text);
  for (let pass = 0; pass < 3; pass += 1) {
    const again = foldOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded;
}

/** Most words are all ASCII or all common Han characters, for which folding is trivial. */
function plainness(text: string): 'ascii' | 'han' | 'other' {
  let ascii = true;
  let han = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) ascii = false;
    if (code < 0x4e00 || code > 0x9fff) han = false;
    if (!ascii && !han) return 'other';
  }
  return ascii ? 'ascii' : 'han';
}

function foldOnce(text: string): string {
  const width = plainness(text);
  if (width === 'ascii') return text.toLowerCase().replaceAll('`', "'");
  if (width === 'han') return text;
  return text
    .replace(apostrophes, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replace(accented, withoutAccents)
    .replace(special, (letter) => letters[letter] ?? '')
    .normalize('NFC');
}

const apostrophes = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201b\u2032\uff07]/g;

/** Latin and Greek letters with marks; other scripts keep theirs. */
const accented = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/g;

function withoutAccents(letter: string): string {
  return letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/**
 * Letters with one agreed spelling. Left out of the table but caught by `special` are characters that vanish:
 * combining accents, Arabic vowel signs and tatweel, Hebrew points, soft hyphens, joiners and direction marks.
 */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ς: 'σ',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ک: 'ك',
  ی: 'ي',
  ہ: 'ه',
  ...digits(0x0660),
  ...digits(0x06f0),
};

function digits(zero: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, i) => [String.fromCharCode(zero + i), String(i)]));
}

const vanishing =
  '\\u00ad\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u061c' +
  '\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u200b-\\u200f\\u202a-\\u202e' +
  '\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff';
const special = new RegExp(`[${vanishing}${Object.keys(letters).join('')}]`, 'g');
