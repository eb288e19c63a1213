import kept from '../../content/bodies/names.json' with { type: 'json' };
import { interfaceLanguages, isInterfaceLanguage } from '../kernel/language-tag.ts';

const byEnglish: ReadonlyMap<string, readonly string[]> = new Map(
  kept.map((names) => [names[0] ?? '', names]),
);

/**
 * What somebody who is to act, or is addressed, is called in a language, by the English name that an instrument writes;
 * undefined for a name that nobody has put into other languages: it stands as it was written.
 */
export function bodyName(written: string, lang: string): string | undefined {
  return isInterfaceLanguage(lang) ? byEnglish.get(written)?.[interfaceLanguages.indexOf(lang)] : undefined;
}
