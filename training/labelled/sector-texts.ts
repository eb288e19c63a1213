import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Incoming, InputFile } from '../../src/exchange/incoming.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { readFile } from '../../src/exchange/read-file.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { guessLanguage } from '../../src/language/guess-language.ts';
import { sectorCategory } from '../../src/vocabulary/sectors.ts';
import type { AlignedText } from '../aligned/aligned-text.ts';
import { getSharedData } from '../shared-data.ts';
import type { LabelledText } from './labelled-text.ts';

/** Activities of publishers' IATI files with the DAC sectors that the publisher gave (each publisher's licence). */
export async function publishedActivities(): Promise<readonly LabelledText[]> {
  const folder = getSharedData('iati', 'publishers');
  const found: LabelledText[] = [];
  for (const name of readdirSync(folder).sort()) {
    const file = fileAt(`${folder}/${name}`, name);
    let number = 0;
    for await (const item of readFile(file, { limits: defaultLimits, mappings: [] })) {
      number += 1;
      if ('values' in item) found.push(...activityText(item, `${name}/${number}`));
    }
  }
  return found;
}

function fileAt(path: string, name: string): InputFile {
  return { name, size: statSync(path).size, path, bytes: () => createReadStream(path) };
}

function activityText({ values, publisher }: Incoming, id: string): readonly LabelledText[] {
  const labels = categoriesOf(values['sectors']);
  const text = [values['title'], values['summary'], values['objective']].map(wordsOf).join('\n').trim();
  if (labels.length === 0 || text === '') return [];
  const source = 'iati-publishers';
  const group = `publisher/${publisher ?? id.split('/')[0]}`;
  return [{ id: `${source}/${id}`, source, group, language: guessLanguage(text), text, labels }];
}

/** The text in its original language: the reader gives texts by language. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('texts' in value)) return '';
  const texts = Object.values(value.texts ?? {});
  return typeof texts[0] === 'string' ? texts[0] : '';
}

function categoriesOf(codes: unknown): readonly string[] {
  const list = Array.isArray(codes) ? codes : [];
  const categories = list.map((code) => sectorCategory(String(code)));
  return [...new Set(categories.filter((category) => category !== undefined))];
}

interface Flattened {
  readonly sector_code?: readonly string[];
  readonly sector_vocabulary?: readonly string[];
  readonly title_narrative?: readonly string[];
  readonly description_narrative?: readonly string[];
  readonly reporting_org_ref?: string;
}

/** South-South activities from the IATI Datastore, with the publishers' DAC sectors (MIT; publishers' licences). */
export function southSouthActivities(): readonly LabelledText[] {
  const lines = gunzipSync(readFileSync(getSharedData('ssc', 'iati-ssc-activities.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    // Parallel arrays, as the Datastore gives them.
    const row = JSON.parse(line) as Flattened;
    const isDac = (place: number) => ['1', '2'].includes(row.sector_vocabulary?.[place] ?? '1');
    const labels = categoriesOf((row.sector_code ?? []).filter((_, place) => isDac(place)));
    const text = [...(row.title_narrative ?? []), ...(row.description_narrative ?? [])].join('\n');
    if (labels.length === 0 || text.trim() === '') return [];
    const group = `publisher/${row.reporting_org_ref ?? 'unknown'}`;
    const id = `iati-ssc/${at + 1}`;
    return [{ id, source: 'iati-ssc', group, language: guessLanguage(text), text, labels }];
  });
}

/** Official names and descriptions of sectors as texts about their category, one for each language. */
export function officialSectorTexts(texts: readonly AlignedText[]): readonly LabelledText[] {
  return texts.flatMap(({ id, group, texts: said }) => {
    const code = /^iati\/Sector\/(\d+)/.exec(group)?.[1];
    const category = code === undefined ? undefined : sectorCategory(code);
    if (category === undefined) return [];
    return interfaceLanguages.flatMap((language) => {
      const text = said[language];
      if (text === undefined) return [];
      return [{ id: `${id}/${language}`, source: 'official', group, language, text, labels: [category] }];
    });
  });
}
