import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { getSharedData } from '../shared-data.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

const folders = { en: 'en', fr: 'fr', es: 'es', ar: 'ar', ru: 'ru', zh: 'zh-Hans' } as const;
type SdgFile = 'goals' | 'targets' | 'indicators';

/**
 * Official names of goals, targets or indicators in the six languages of the United Nations (open-sdg/sdg-translations,
 * MIT). The group is the goal and target, so that an indicator is kept aside together with nothing but itself.
 */
export function sdgNames(file: SdgFile): readonly AlignedText[] {
  const byCode = new Map<string, Record<string, string>>();
  for (const [lang, folder] of Object.entries(folders)) {
    const path = getSharedData('sdg', 'names', folder, `${file}.yml`);
    // The files are flat: a name under each key.
    const names = parse(readFileSync(path, 'utf8')) as Record<string, string>;
    for (const [key, name] of Object.entries(names)) {
      const known = byCode.get(key) ?? {};
      known[lang] = String(name);
      byCode.set(key, known);
    }
  }
  return [...byCode].flatMap(([key, texts]) => {
    const code = key.replace(/-(?:title|short)$/, '').replaceAll('-', '.');
    return aligned(`sdg/${file}/${key}`, `sdg/${file}/${code}`, texts);
  });
}
