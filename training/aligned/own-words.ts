import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { labelLists } from '../../src/vocabulary/all-lists.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

/** What this program says to people, in seven languages: sentences of its messages without their placeholders. */
export function ownMessages(): readonly AlignedText[] {
  const folder = fileURLToPath(new URL('../../messages/', import.meta.url));
  const topics = readdirSync(`${folder}en`).sort();
  return topics.flatMap((topic) => {
    const byLanguage = interfaceLanguages.map((lang) => {
      // Messages are texts by key.
      const words = JSON.parse(readFileSync(`${folder}${lang}/${topic}`, 'utf8')) as Record<string, string>;
      return [lang, words] as const;
    });
    return Object.keys(byLanguage[0]?.[1] ?? {}).flatMap((key) =>
      aligned(
        `messages/${key}`,
        `messages/${key}`,
        Object.fromEntries(byLanguage.map(([lang, words]) => [lang, plain(words[key] ?? '')])),
      ).map((text) => ({ ...text, topic })),
    );
  });
}

/** A message without its placeholders and forms of plural: `{count, plural, one {# record} other {# records}}` → `record records`. */
function plain(message: string): string {
  return message
    .replace(/\{\w+, *(?:plural|select|selectordinal) *,/g, ' ')
    .replace(/\{\w+(?:, *\w+(?:, *[^{}]*)?)?\}/g, ' ')
    .replace(/(?:=\d+|zero|one|two|few|many|other) *(?=\{)/g, ' ')
    .replace(/[{}#<>]/g, ' ');
}

/** Names of codes in the lists of this program: sectors, goals, modalities, roles, in seven languages. */
export function vocabularyNames(): readonly AlignedText[] {
  return labelLists.flatMap((list) =>
    [...list.entries.values()]
      // A target is called by its number and the name of its goal: nothing new.
      .filter(({ code }) => list.name !== 'sdg' || !code.includes('.'))
      .flatMap(({ code, names }) => {
        const group = `${groupOf[list.name] ?? `vocabulary/${list.name}`}/${code}`;
        return aligned(`vocabulary/${list.name}/${code}`, group, namesIn(names));
      }),
  );
}

/** A code that other sources name too belongs to their group. */
const groupOf: Readonly<Record<string, string>> = { sector: 'iati/Sector', sdg: 'sdg/goals' };

function namesIn(names: Readonly<Record<string, string>>): Partial<Record<InterfaceLanguage, string>> {
  return Object.fromEntries(interfaceLanguages.map((lang) => [lang, names[lang]]));
}
