import { interfaceLanguages } from '../src/kernel/language-tag.ts';
import type { AlignedText } from './aligned/aligned-text.ts';
import type { LabelledText } from './labelled/labelled-text.ts';

export interface WrittenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256. */
  readonly digest: string;
}

interface Trained {
  readonly seed: number;
  readonly files: readonly WrittenFile[];
  readonly aligned: readonly AlignedText[];
  readonly labelled: readonly LabelledText[];
}

/** What each kind of text is, who publishes it and on what terms: by the first part of its id. */
const sources: Readonly<Record<string, string>> = {
  sdg: 'names of goals, targets and indicators: United Nations, collected by open-sdg/sdg-translations (MIT)',
  iati: 'code lists of the IATI standard (CC BY 4.0), translations of Code for IATI (MIT)',
  dac: 'code lists of the OECD Development Assistance Committee: datasets/dac-crs-codes (PDDL)',
  unbis: 'UNBIS thesaurus, category of humanitarian aid: United Nations library (no terms stated)',
  eurovoc: 'EuroVoc: European Union (decision 2011/833/EU)',
  countries: 'names of countries: UNTERM, collected by datasets/country-codes (PDDL), and our own lists',
  vocabulary: 'our own code lists',
  glossary: 'our own glossary of subjects of cooperation, and our list of words of the field',
  records: 'our own records in several languages (titles, names of bodies)',
  messages: 'our own messages',
  'sdg-sentences': 'sentences with one goal: amrayach/Quality_and_usability_SDG_project (Apache-2.0)',
  'sdg-meter-objectives': 'texts with one goal: SDG Meter, United Nations (MIT)',
  'sdg-texts-es':
    'Spanish texts with one goal: United Nations, collected by oeg-upm/sdg-text-retriever (no terms stated)',
  'accelerator-labs': 'solutions with goals: UNDP Accelerator Labs, SDG Innovation Commons (MIT)',
  'iati-publishers': 'activities with sectors: IATI files of 20 publishers (each publisher’s open licence)',
  'iati-ssc': 'South-South activities with sectors: IATI Datastore (MIT; each publisher’s open licence)',
};

/** The card of the weights, as Markdown: what they were learnt from, how large they are, what they cannot do. */
export function cardOf({ seed, files, aligned, labelled }: Trained): string {
  const alignedBy = Map.groupBy(aligned, ({ id }) => id.split('/')[0] ?? '');
  const labelledBy = Map.groupBy(labelled, ({ source }) => source);
  return `# Card of the weights

<!-- Written by \`npm run train\`. -->

Numbers that \`npm run train\` learnt from official and open texts and from the messages of that day (seed ${seed}); none of the texts can be read out of
them, and no model of others is in them. How well they do: docs/reference/quality.md.

${table(
  ['File', 'What for', 'MB', 'SHA-256'],
  files.map(({ name, size, digest }) => [
    `\`${name}\``,
    purposes[name] ?? '',
    (size / 1e6).toFixed(2),
    `\`${digest.slice(0, 16)}…\``,
  ]),
)}

## Learnt from

${table(
  ['Aligned texts', ...interfaceLanguages],
  [...alignedBy].map(([kind, texts]) => [
    sources[kind] ?? kind,
    ...interfaceLanguages.map((lang) => `${texts.filter((text) => text.texts[lang] !== undefined).length}`),
  ]),
)}

${table(
  ['Labelled texts', 'number', 'publishers or countries'],
  [...labelledBy].map(([kind, texts]) => [
    sources[kind] ?? kind,
    `${texts.length}`,
    `${new Set(texts.map(({ group }) => group)).size}`,
  ]),
)}

## Limits

- Words that official texts do not use are not known across languages; Portuguese has no official names of targets and
  indicators here and leans on code lists and our own words.
- Labels of the Accelerator Labs were given in haste and are incomplete; sentences have one goal where several fit.
  Probabilities are calibrated on such labels: a person who reads closely finds more goals than they say.
- Sectors were learnt mostly from English texts of 20 publishers, of which a few dominate some sectors.
- Chinese is cut into pairs of characters of words that the aligned texts contain, and single characters count a little;
  traditional characters are not known.
- A word that is not known counts as one that begins like it, in its own or a sister language: now and then a false friend.
- A suggestion is a help for the person who enters a record, never a statement about it.
`;
}

const purposes: Readonly<Record<string, string>> = {
  'concepts.bin': 'what texts are about, whatever their language; a lexicon to and from English',
  'goals.bin': 'suggests goals and targets',
  'sectors.bin': 'suggests DAC sectors',
};

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
