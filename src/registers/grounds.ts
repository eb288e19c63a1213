import { date } from '../fields/date.ts';
import { files, links, sources } from '../fields/links.ts';
import { references } from '../fields/references.ts';
import { prose } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';

/** What a record of follow-up rests on and is tied to, whatever it says: the last fields of each of these registers. */
export const grounds = {
  identifier: word({ means: ['dc:identifier'] }),
  related: references({ means: ['dc:relation'] }),
  links: links(),
  files: files(),
  notes: prose(),
  asOf: date(),
  sources: sources({ means: ['dc:source'] }),
  unverified: words(),
} as const;
