import type { LangText } from '../../kernel/lang-text.ts';

/**
 * Lists of things in one spreadsheet cell: one thing a line, its parts as `name: value` between bars.
 * A text in languages is written `unit@en: litres | unit@fr: litres`, the original first.
 * Bars, backslashes and line breaks inside values are escaped with a backslash.
 */
export function writeLines(items: readonly object[]): string {
  return items.map((item) => parts('', item).join(' | ')).join('\n');
}

/** Reads the notation back; numbers are read as numbers where `numbers` names the part. Unknown forms stay text for the schema to judge. */
export function readLines(cell: string, numbers: readonly string[]): unknown[] {
  return cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => readLine(line, numbers));
}

function isLangText(value: object): value is LangText {
  return 'original' in value && 'texts' in value;
}

function parts(prefix: string, value: object): string[] {
  return Object.entries(value).flatMap(([key, member]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (member === undefined) return [];
    if (typeof member === 'object' && member !== null) {
      return isLangText(member) ? langParts(name, member) : parts(name, member);
    }
    return [`${name}: ${guarded(String(member))}`];
  });
}

function langParts(name: string, text: LangText): string[] {
  const others = Object.keys(text.texts).filter((lang) => lang !== text.original);
  return [text.original, ...others].map((lang) => `${name}@${lang}: ${guarded(text.texts[lang] ?? '')}`);
}

function guarded(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function unguarded(text: string): string {
  return text.replace(/\\([\\|nr])/g, (_, mark: string) =>
    mark === 'n' ? '\n' : mark === 'r' ? '\r' : mark,
  );
}

function readLine(line: string, numbers: readonly string[]): unknown {
  // Without a prototype, so that a part named like a member of every object is a part like any other.
  const item: Record<string, unknown> = Object.create(null);
  for (const part of line.split(/(?<=(?<!\\)(?:\\\\)*) ?\| ?/)) {
    const colon = part.indexOf(':');
    if (colon < 0) return { '': line };
    const name = part.slice(0, colon).trim();
    place(item, name, unguarded(part.slice(colon + 1).replace(/^ /, '')), numbers);
  }
  return item;
}

function place(item: Record<string, unknown>, name: string, text: string, numbers: readonly string[]): void {
  const [path = '', lang] = name.split('@');
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let target = item;
  for (const key of keys) {
    const inner = Object.hasOwn(target, key) ? target[key] : undefined;
    const next =
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : Object.create(null);
    target[key] = next;
    target = next;
  }
  if (lang !== undefined) {
    const known = Object.hasOwn(target, last) ? target[last] : undefined;
    const text0 =
      typeof known === 'object' && known !== null ? (known as LangText) : { original: lang, texts: {} };
    target[last] = { original: text0.original, texts: { ...text0.texts, [lang]: text } };
  } else {
    target[last] =
      numbers.includes(last) && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  }
}
