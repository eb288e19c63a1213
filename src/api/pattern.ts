const feeds = ['rss', 'atom', 'feed.json'];
const formats = ['jsonl', 'csv', 'xlsx'];
const documents = ['pdf', 'docx', 'html'];
const tables = ['csv', 'xlsx'];

/** Parts of which there are a few, with which addresses end. */
export const endings = [
  { part: '{feed}', words: feeds },
  { part: '{format}', words: formats },
  { part: '{document}', words: documents },
  { part: '{table}', words: tables },
] as const;

const parts: Readonly<Record<string, string>> = {
  lang: '[a-z]{2}',
  register: '[a-zA-Z]+',
  id: '[a-z0-9-]+',
  number: '[0-9]{1,9}',
  list: '[a-zA-Z]+',
  code: '[A-Z]{2}',
  feed: alternatives(feeds),
  key: '[a-f0-9]{12}',
  calendarKey: '[a-zA-Z0-9_-]+',
  publisher: '[a-z0-9-]+',
  format: alternatives(formats),
  document: alternatives(documents),
  table: alternatives(tables),
};

function alternatives(words: readonly string[]): string {
  return `(?:${words.join('|').replaceAll('.', '\\.')})`;
}

/** What fits a part of any other name. */
const anyPart = '[^/]+?';

/**
 * A path of the table as Hono matches it. A segment with anything variable becomes one parameter, named after the first
 * variable part and holding the whole segment: `{id}.json` is `:id`, with the ending.
 */
function patternOf(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      const [first] = namesIn(segment);
      if (first === undefined) return segment;
      const pattern = segment
        .replaceAll('.', '\\.')
        .replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? anyPart);
      return `:${first}{${pattern}}`;
    })
    .join('/');
}

/** The patterns of all addresses at which a route answers. */
export function patternsOf({
  path,
  twin,
}: {
  readonly path: string;
  readonly twin?: string;
}): readonly string[] {
  return (twin === undefined ? [path] : [path, twin]).map(patternOf);
}

/** The variable parts of a path, in order. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
