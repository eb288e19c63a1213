import { createRequire } from 'node:module';
import type { IntlMessageFormat } from 'intl-messageformat';
import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import { argumentsOf } from './internal/arguments-of.ts';
import { type Choices, choicesOf } from './internal/choices-of.ts';
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

type Compiled = string | { readonly message: IntlMessageFormat; readonly choices: Choices };

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
    let known = compiled.get(key);
    if (known === undefined) {
      known = compile(lang, messages[key]);
      compiled.set(key, known);
    }
    if (typeof known === 'string') return known;
    return worded(known.message, choosing(known.choices, inOrder(lang, values ?? {})));
  };
  const made: Translate = Object.assign(translate, { lang });
  translators.set(lang, made);
  return made;
}

function compile(lang: InterfaceLanguage, text: string): Compiled {
  if (!/[{}']/.test(text)) return text;
  library ??= load('intl-messageformat') as typeof import('intl-messageformat');
  const message = new library.IntlMessageFormat(text, localeOf(lang), undefined, { ignoreTag: true });
  return { message, choices: choicesOf(message.getAst()) };
}

const isolates = /[\u2066-\u2069]/g;

/** What chooses among forms is compared as it is, without the signs that keep its order on a page; nothing chooses like what is absent. */
function choosing(choices: Choices, values: MessageValues): MessageValues {
  if (choices.size === 0) return values;
  const bare = { ...values };
  for (const [name, forms] of choices) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const chosen = value.replace(isolates, '') || absentChoice;
    if (forms.has(chosen)) bare[name] = chosen;
  }
  return bare;
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
