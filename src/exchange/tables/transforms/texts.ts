import { z } from 'zod';
import { type LangText, langTextFrom } from '../../../kernel/lang-text.ts';
import { type Cells, isObject, objectsAt, partsAt, textAt, valuesAt } from '../paths.ts';
import { language, path, paths, transform } from '../transform.ts';

/** Accents and apostrophes that an earlier conversion turned into underscores: `Cambodia__ social`, `d__voire`. */
const damage = /\p{L}_+(?=[\s\p{L}])|(?<=\s)_+\p{L}/u;
/** Longest title made from running text, in characters. */
const longestHeading = 200;

/** One text in one language, several columns one below the other. `except`: words that stand there by mistake. */
export const text = transform(
  z.strictObject({
    from: paths,
    language,
    except: z.array(z.string()).default([]),
    checkDamage: z.boolean().default(false),
  }),
  (cells, options, report) => {
    const whole = partsAt(cells, options.from, '')
      .filter((part) => !options.except.includes(part))
      .join('\n\n');
    if (whole === '') return undefined;
    const broken = options.checkDamage ? damage.exec(whole) : null;
    if (broken !== null) {
      report('warning', 'damagedText', {
        got: whole.slice(Math.max(0, broken.index - 20), broken.index + 20),
      });
    }
    return oneLanguage(whole, options.language);
  },
);

/** Objects of language to text (`{"en": …, "fr": …}`); several of them one below the other in each language. */
export const languages = transform(
  z.strictObject({
    from: paths,
    preferred: z.array(z.string()).default(['en']),
    /** A list of figures: what its entries without a number say is kept here. */
    withoutNumber: path.optional(),
  }),
  (cells, options) => {
    const { withoutNumber } = options;
    const texts: Record<string, string> = {};
    const numberless = withoutNumber === undefined ? [] : objectsAt(cells, withoutNumber);
    const further = numberless.filter(({ value }) => typeof value !== 'number').map(({ text }) => text);
    for (const found of [...options.from.flatMap((from) => valuesAt(cells, from)), ...further]) {
      const entries = isObject(found) ? Object.entries(found) : [['und', found] as const];
      for (const [lang, words] of entries) {
        if (typeof words !== 'string') continue;
        texts[lang] = texts[lang] === undefined ? words : `${texts[lang]}\n\n${words}`;
      }
    }
    return langTextFrom(texts, options.preferred);
  },
);

/** Texts with their language in a list of `{text, lang, type}`; only those of the types asked for. */
export const narratives = transform(
  z.strictObject({
    from: path,
    types: z.array(z.string()).optional(),
    /** Where the language stands that holds for all. */
    defaultLanguage: path.optional(),
  }),
  (cells, options) => {
    const fallback = options.defaultLanguage === undefined ? '' : textAt(cells, options.defaultLanguage);
    const texts: Record<string, string> = {};
    for (const item of objectsAt(cells, options.from)) {
      const words = textAt(item, 'text');
      if (options.types !== undefined && !options.types.includes(textAt(item, 'type') || '1')) continue;
      const lang = (textAt(item, 'lang') || fallback || 'und').toLowerCase();
      if (words === '' || texts[lang]?.includes(words)) continue;
      texts[lang] = texts[lang] === undefined ? words : `${texts[lang]}\n\n${words}`;
    }
    return langTextFrom(texts, fallback === '' ? ['en'] : [fallback.toLowerCase(), 'en']);
  },
);

/** The first heading of a text in Markdown, or its first line that is more than an address. */
export const firstHeading = transform(z.strictObject({ from: path, language }), (cells, options, report) => {
  const lines = textAt(cells, options.from)
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\([^)]*\)\\?|!\[[^\]]*\]\([^)]*\)/, '').trim());
  const heading = lines.find((line) => /^#+ \S/.test(line)) ?? lines.find((line) => /\p{L}{3}/u.test(line));
  if (heading === undefined) return undefined;
  const words = heading
    .replace(/^#+ /, '')
    .replace(/[*_\\]/g, '')
    .trim()
    .slice(0, longestHeading);
  report('note', 'titleMade', { got: words });
  return oneLanguage(words, options.language);
});

/**
 * A text made of columns: `{Country}` stands for a column. Parts with an empty column are left out, the others joined.
 * `made` says that it stands for a title the source does not have.
 */
export const template = transform(
  z.strictObject({
    parts: z.array(z.string()).min(1),
    join: z.string().default(' · '),
    language,
    made: z.boolean().default(false),
  }),
  (cells, options, report) => {
    const parts = options.parts.map((part) => fill(part, cells)).filter((part) => part !== undefined);
    if (parts.length === 0) return undefined;
    const words = parts.join(options.join);
    if (options.made) report('note', 'titleMade', { got: words.slice(0, longestHeading) });
    return oneLanguage(words, options.language);
  },
);

function fill(part: string, cells: Cells): string | undefined {
  let empty = false;
  const filled = part.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const words = partsAt(cells, [name], ';').join(', ');
    empty ||= words === '';
    return words;
  });
  return empty ? undefined : filled;
}

function oneLanguage(words: string, lang: string): LangText {
  return { original: lang, texts: { [lang]: words } };
}
