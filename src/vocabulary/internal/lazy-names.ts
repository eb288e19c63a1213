import { interfaceLanguages } from '../../kernel/language-tag.ts';

/** Names in the interface languages, each computed on reading: most programs never ask for all seven. */
export function lazyNames(nameIn: (lang: string) => string): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const lang of interfaceLanguages) {
    Object.defineProperty(names, lang, { enumerable: true, get: () => nameIn(lang) });
  }
  return names;
}
