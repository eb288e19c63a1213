import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { guessLanguage } from '../../src/language/guess-language.ts';
import type { AlignedText } from '../aligned/aligned-text.ts';
import { getSharedData } from '../shared-data.ts';
import type { LabelledText } from './labelled-text.ts';

/** Short sentences for business, one goal each, English (amrayach/Quality_and_usability_SDG_project, Apache-2.0). */
export function goalSentences(): readonly LabelledText[] {
  return csvTexts('sdg-sentences', 'sdg', 'en');
}

/** Objectives and key words of the United Nations, one goal each, English (SDG Meter, MIT). */
export function goalObjectives(): readonly LabelledText[] {
  return csvTexts('sdg-meter-objectives', 'sdgs', 'en');
}

/** Long texts of the United Nations, one goal each, Spanish (oeg-upm/sdg-text-retriever; UN texts). */
export function spanishGoalTexts(): readonly LabelledText[] {
  return csvTexts('sdg-texts-es', 'sdg', 'es');
}

function csvTexts(file: string, column: string, language: string): readonly LabelledText[] {
  const rows: Record<string, string>[] = parse(
    gunzipSync(readFileSync(getSharedData('text', `${file}.csv.gz`))),
    { columns: true, bom: true },
  );
  return rows.map((row, at) => ({
    id: `${file}/${at + 1}`,
    source: file,
    group: file,
    language,
    text: row['text'] ?? '',
    labels: [row[column] ?? ''],
  }));
}

interface Solution {
  readonly id: string;
  readonly title: string;
  readonly countries: readonly string[] | null;
  readonly sdgs: readonly number[] | null;
  readonly text: string;
}

/**
 * Solutions noted by the Accelerator Labs of UNDP, with the goals that their people gave them, in several languages
 * (MIT). The group is the country. Questions of the questionnaire are left out; so are texts without goals.
 */
export function labSolutions(): readonly LabelledText[] {
  const lines = gunzipSync(readFileSync(getSharedData('ssc', 'accelerator-labs-solutions.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines.flatMap((line) => {
    if (line === '') return [];
    // The form is told in the data set's README.
    const { id, title, countries, sdgs, text } = JSON.parse(line) as Solution;
    if (sdgs === null || sdgs.length === 0) return [];
    const said = `${title}\n${withoutQuestions(text)}`;
    return [
      {
        id: `accelerator-labs/${id}`,
        source: 'accelerator-labs',
        group: `accelerator-labs/${countries?.[0] ?? 'nowhere'}`,
        language: guessLanguage(said),
        text: said,
        labels: [...new Set(sdgs.map(String))],
      },
    ];
  });
}

function withoutQuestions(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:>|- (?:Yes|No|DIY)|\[removed\]|#+ |Thematic area tags)/.test(line))
    .join('\n');
}

/** Official names of goals, targets and indicators as texts about their goal, one for each language. */
export function officialGoalTexts(texts: readonly AlignedText[]): readonly LabelledText[] {
  return texts.flatMap(({ id, group, texts: said }) => {
    const goal = /^sdg\/\w+\/(\d+)/.exec(group)?.[1];
    if (goal === undefined) return [];
    return interfaceLanguages.flatMap((language) => {
      const text = said[language];
      if (text === undefined) return [];
      return [{ id: `${id}/${language}`, source: 'official', group, language, text, labels: [goal] }];
    });
  });
}
