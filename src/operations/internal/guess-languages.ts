import type { Finding } from '../../kernel/finding.ts';
import { unknownLanguage } from '../../kernel/language-tag.ts';
import { guessLanguage } from '../../language/guess-language.ts';

/**
 * Texts whose language nobody named get the one that their words show, with a note; what stays unclear stays `und`.
 * Looks at the value itself and at the members of lists.
 */
export function guessLanguages(value: unknown, path: string, findings: Finding[]): unknown {
  if (Array.isArray(value)) return value.map((item, i) => guessMembers(item, `${path}.${i}`, findings));
  return isText(value) ? guessed(value, path, findings) : value;
}

function guessMembers(item: unknown, path: string, findings: Finding[]): unknown {
  if (typeof item !== 'object' || item === null) return item;
  if (!Object.values(item).some(isUnnamed)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, member]) => [
      key,
      isText(member) ? guessed(member, `${path}.${key}`, findings) : member,
    ]),
  );
}

interface Text {
  readonly original: string;
  readonly texts: Readonly<Record<string, string>>;
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null || !('original' in value) || !('texts' in value))
    return false;
  return typeof value.texts === 'object' && value.texts !== null;
}

/** Nearly all texts name their language, and then nothing is to be made anew. */
function isUnnamed(value: unknown): boolean {
  return isText(value) && value.texts[unknownLanguage] !== undefined;
}

function guessed(text: Text, path: string, findings: Finding[]): Text {
  const words = text.texts[unknownLanguage];
  if (words === undefined || typeof words !== 'string') return text;
  const lang = guessLanguage(words);
  if (lang === unknownLanguage || text.texts[lang] !== undefined) return text;
  const { [unknownLanguage]: _, ...others } = text.texts;
  findings.push({ severity: 'note', path, code: 'languageGuessed', params: { got: lang } });
  return {
    original: text.original === unknownLanguage ? lang : text.original,
    texts: { [lang]: words, ...others },
  };
}
