import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { fold } from '../fold.ts';
import { withAccents } from './accented-endings.ts';
import { stemArabic } from './arabic-stem.ts';

/** How words of a language are brought to their stem; `none` keeps the folded word. */
export type Stemming = 'en' | 'fr' | 'es' | 'pt' | 'ru' | 'ar' | 'none';

/**
 * The stem of a folded word. Always starts from the folded form, so that a text with accents and one without them
 * (damaged, or typed in haste) meet; the algorithms that look for accented endings are given them back first.
 * Russian опыт (experience) is spared: the algorithm takes its last letters for the ending of a verb.
 */
export function stem(word: string, stemming: Stemming): string {
  switch (stemming) {
    case 'en':
      return english(word);
    case 'fr':
      return fold(french(withAccents.fr(word)));
    case 'es':
      return fold(spanish(withAccents.es(word)));
    case 'pt':
      return fold(portuguese(withAccents.pt(word)));
    case 'ru':
      return word === 'опыт' ? word : russian(word);
    case 'ar':
      return stemArabic(word);
    case 'none':
      return word;
  }
}
