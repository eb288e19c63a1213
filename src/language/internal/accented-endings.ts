/**
 * Gives a folded word the accents that the stemmer of its language looks for in endings, and brings plurals that the
 * stemmer would leave apart to their singular (Snowball keeps `mujer` from `mujeres` and `nação` from `nações`).
 */
export const withAccents = {
  fr: (word: string): string =>
    word
      .replace(/ite(s?)$/, 'ité$1')
      .replace(/ee(s?)$/, 'ée$1')
      .replace(/iere(s?)$/, 'ière$1'),
  es: (word: string): string =>
    word
      .replace(/([aeiou][dlnr])es$/, '$1')
      .replace(/ces$/, 'z')
      .replace(/([cgsx])ion$/, '$1ión'),
  pt: (word: string): string =>
    word
      .replace(/(?:oes|aos)$/, 'ao')
      .replace(/(..[aeo])is$/, '$1l')
      .replace(/([aeiou])ns$/, '$1m')
      .replace(/cao$/, 'ção')
      .replace(/([^c])ao$/, '$1ão'),
} as const;
