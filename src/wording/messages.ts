import { createRequire } from 'node:module';
import type { IntlMessageFormat } from 'intl-messageformat';
import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import { argumentsOf } from './internal/arguments-of.ts';
import { type MessageKey, messagesOf } from './internal/load-messages.ts';
import { localeOf } from './internal/locale-of.ts';
import type { Marking } from './reserved.ts';

export { type MessageKey, messagesOf } from './internal/load-messages.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Words a message in one language. Plain text: whoever puts it into a page escapes it. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  readonly lang: InterfaceLanguage;
  /** Where countries have reservations about words or labels: marks them. */
  readonly marking?: Marking;
}

/** Stands where a message wants a value that nobody gave. */
const absent = '…';
/** The same where a message words both cases: `{right, select, none {} other {…}}`. */
const absentChoice = 'none';

type Compiled = string | IntlMessageFormat;

/** Loaded with the first message that has a value in it: it takes 40 ms, and many a command says nothing of the kind. */
const load = createRequire(import.meta.url);
let library: typeof import('intl-messageformat') | undefined;

const translators = new Map<InterfaceLanguage, Translate>();

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messagesOf('en'), key);
}

/** The words of one language. Messages are compiled when first used and kept. */
export function translator(lang: InterfaceLanguage): Translate {
  const known = translators.get(lang);
  if (known !== undefined) return known;
  const messages = messagesOf(lang);
  const compiled = new Map<MessageKey, Compiled>();
  const translate = (key: MessageKey, values?: MessageValues): string => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = compile(lang, messages[key]);
      compiled.set(key, message);
    }
    return typeof message === 'string' ? message : worded(message, inOrder(lang, values ?? {}));
  };
  const made: Translate = Object.assign(translate, { lang });
  translators.set(lang, made);
  return made;
}

function compile(lang: InterfaceLanguage, text: string): Compiled {
  if (!/[{}']/.test(text)) return text;
  library ??= load('intl-messageformat') as typeof import('intl-messageformat');
  return new library.IntlMessageFormat(text, localeOf(lang), undefined, { ignoreTag: true });
}

const dateInFigures = /^\d{4}-\d{2}(?:-\d{2})?$/;

/**
 * Among Arabic letters the parts of a date in figures would stand in the order day, month, year (Unicode UAX 9, rule W2):
 * it is isolated, left to right.
 */
function inOrder(lang: InterfaceLanguage, values: MessageValues): MessageValues {
  if (lang !== 'ar') return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && dateInFigures.test(value) ? `\u2066${value}\u2069` : value,
    ]),
  );
}

/** Findings and faults are written far from here: a value that is missing must not take the message down with it. */
function worded(message: IntlMessageFormat, values: MessageValues): string {
  try {
    return String(message.format(values));
  } catch {
    const gaps = [...argumentsOf(message.getAst())].map(([name, kind]): [string, string | number] => [
      name,
      kind === 'argument' ? absent : kind === 'select' ? absentChoice : 0,
    ]);
    return String(message.format({ ...Object.fromEntries(gaps), ...values }));
  }
}
