import { IntlMessageFormat } from 'intl-messageformat';
import ar from '../../messages/ar.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import es from '../../messages/es.json' with { type: 'json' };
import fr from '../../messages/fr.json' with { type: 'json' };
import pt from '../../messages/pt.json' with { type: 'json' };
import ru from '../../messages/ru.json' with { type: 'json' };
import zh from '../../messages/zh.json' with { type: 'json' };
import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import { argumentsOf } from './internal/arguments-of.ts';
import { localeOf } from './internal/locale-of.ts';

/** Every key of a message; English is the model. */
export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Words a message in one language. Plain text: whoever puts it into a page escapes it. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  readonly lang: InterfaceLanguage;
}

/** All messages as they are written, per language. That every language has every key is checked by the types. */
export const messages: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>> = {
  en,
  fr,
  es,
  ar,
  ru,
  zh,
  pt,
};

/** Stands where a message wants a value that nobody gave. */
const absent = '…';

type Compiled = string | IntlMessageFormat;
const translators = new Map<InterfaceLanguage, Translate>();

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
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
