import { textIn } from '../kernel/lang-text.ts';
import { directionOf, type InterfaceLanguage } from '../kernel/language-tag.ts';
import { fieldLabel, registerLabel } from './labels.ts';
import { isMessageKey, type MessageKey, translator } from './messages.ts';
import { markedLabel, markedName, type PrintedReservation, withReservations } from './reserved.ts';

/** Where the parts of entries have their labels, the nearest first. */
const partKeys = ['part', 'form.part', 'contact', 'field', 'register'] as const;

/**
 * The words of a workbook in one language, in the form that the writers and readers of workbooks ask for. Labels of codes
 * carry the marks of reservations; one a workbook where there are any: it remembers what was marked.
 */
export function sheetWords(lang: InterfaceLanguage, reservations: readonly PrintedReservation[] = []) {
  const t = translator(lang);
  const reserving = withReservations(t, reservations);
  const optional = (key: string): string | undefined => (isMessageKey(key) ? t(key) : undefined);
  const within = (what: string, part: string) => t('sheet.within', { what, part });
  return {
    lang,
    rightToLeft: directionOf(lang) === 'rtl',
    register: (name: string) => registerLabel(t, name, true),
    field: (register: string, field: string) => fieldLabel(t, register, field),
    help: (field: string) => optional(`help.${field}`),
    part: (name: string) => {
      const key = partKeys.map((place) => `${place}.${name}`).find(isMessageKey);
      return key === undefined ? (optional(named[name] ?? '') ?? name) : t(key);
    },
    oneOf: (words: string, code: string) => {
      const key = `${words}.${code}`;
      // A qualifier is worded around its number.
      return isMessageKey(key) ? t(key, { value: '…' }) : code;
    },
    marked: (list: string, code: string, label: string) =>
      list === countryList
        ? markedName(reserving, list, code, label)
        : markedLabel(reserving, list, code, label),
    footnotes: (nameOf: (country: string) => string) =>
      (reserving.marking?.footnotes() ?? []).map(
        ({ mark, reservation: { country, text } }) =>
          `${mark} ${t('reservation.by', { country: nameOf(country) })} ${textIn(text, lang).text}`,
      ),
    inLanguage: (what: string, language: string) => t('form.inLanguage', { what, language }),
    within,
    say: (what: string) => t(sayings[what] ?? checked(`sheet.${what}`)),
    hint: (what: string) => t(checked(`sheet.hint.${what}`)),
    howTo: ({ node, day }: { readonly node: string; readonly day: string }) => [
      t('sheet.howTo.title'),
      t('sheet.howTo.from', { node, day }),
      t('sheet.howTo.rows'),
      t('sheet.howTo.change'),
      t('sheet.howTo.delete'),
      t('sheet.howTo.back', { address: `${node}/${lang}/upload` }),
    ],
  };
}

/** Names of countries are proper names: reserved words are not looked for in them. */
const countryList = 'country';

/** Parts that are called like something else. */
const named: Readonly<Record<string, string>> = { id: 'field.identifier', date: 'form.part.dueDate' };

/** Sayings that have their words elsewhere. */
const sayings: Readonly<Record<string, MessageKey>> = {
  record: 'sheet.id',
  start: 'form.part.start',
  end: 'form.part.end',
  yes: 'form.yes',
  no: 'form.no',
  unknownLanguage: 'common.unknown',
};

/** @throws TypeError for what has no message: a word of a sheet that nobody has written. */
function checked(key: string): MessageKey {
  if (!isMessageKey(key)) throw new TypeError(`no message ${key}`);
  return key;
}
