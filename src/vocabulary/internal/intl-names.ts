/**
 * Names from `Intl`: one namer a language, since making one costs about a millisecond. Undefined for a code that CLDR
 * does not know, and for a language that is none.
 */
export function intlNames(
  type: 'region' | 'language' | 'currency',
): (code: string, lang: string) => string | undefined {
  const namers = new Map<string, Intl.DisplayNames | undefined>();
  return (code, lang) => {
    const namer = namers.has(lang) ? namers.get(lang) : makeNamer(type, lang);
    // Tags come from content: the cache must not grow with every tag that somebody invents.
    if (namers.size < 100) namers.set(lang, namer);
    try {
      return namer?.of(code);
    } catch {
      return undefined; // `RangeError`: the code has not even the form of one.
    }
  };
}

function makeNamer(type: 'region' | 'language' | 'currency', lang: string): Intl.DisplayNames | undefined {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(lang).length === 0) return undefined;
    return new Intl.DisplayNames(lang, { type, fallback: 'none' });
  } catch {
    return undefined; // `RangeError`: not a language tag at all.
  }
}
