import { IntlMessageFormat } from 'intl-messageformat';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { argumentsOf } from './internal/arguments-of.ts';
import { loadMessages, type MessageKey } from './internal/load-messages.ts';
import { localeOf } from './internal/locale-of.ts';
import type { Marking } from './reserved.ts';

export type { MessageKey } from './internal/load-messages.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Words a message in one language. Plain text: whoever puts it into a page escapes it. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  readonly lang: InterfaceLanguage;
  /** Where countries have reservations about words or labels: marks them. */
  readonly marking?: Marking;
}

/** All messages as they are written, per language. */
export const messages = Object.fromEntries(
  interfaceLanguages.map((lang) => [lang, loadMessages(lang)]),
) as Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>>;

/** Stands where a message wants a value that nobody gave. */
const absent = '…';

type Compiled = string | IntlMessageFormat;
const translators = new Map<InterfaceLanguage, Translate>();

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages.en, key);
}

/** The words of one language. Messages are compiled when first used and kept. */
export function translator(lang: InterfaceLanguage): Translate {
  const known = translators.get(lang);
  if (known !== undefined) return known;
  const compiled = new Map<MessageKey, Compiled>();
  const translate = (key: MessageKey, values?: MessageValues): string => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = compile(lang, messages[lang][key]);
      compiled.set(key, message);
    }
    return typeof message === 'string' ? message : worded(message, values ?? {});
  };
  const made: Translate = Object.assign(translate, { lang });
  translators.set(lang, made);
  return made;
}

function compile(lang: InterfaceLanguage, text: string): Compiled {
  return /[{}']/.test(text)
    ? new IntlMessageFormat(text, localeOf(lang), undefined, { ignoreTag: true })
    : text;
}

/** Findings and faults are written far from here: a value that is missing must not take the message down with it. */
function worded(message: IntlMessageFormat, values: MessageValues): string {
  try {
    return String(message.format(values));
  } catch {
    const gaps = [...argumentsOf(message.getAst())].map(([name, kind]): [string, string | number] => [
      name,
      kind === 'argument' || kind === 'select' ? absent : 0,
    ]);
    return String(message.format({ ...Object.fromEntries(gaps), ...values }));
  }
}
