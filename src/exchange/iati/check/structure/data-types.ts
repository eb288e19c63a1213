import type { DataType } from '../../standard/notation.ts';

const digits = /^[+-]?\d+$/;
const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const day = '(-?(?:[1-9]\\d{3,}|0\\d{3}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const date = new RegExp(`^${day}${zone}$`);
const dateTime = new RegExp(`^${day}T${clock}${zone}$`);
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const language = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;
const nameToken = /^[\p{L}\p{N}\p{M}_:.\-\u00b7]+$/u;

// RFC 3986, with the characters that XML Schema lets be written unescaped (all but ASCII, spaces, and <>"{}|\^`) let through.
const escaped = '%[0-9A-Fa-f]{2}';
const free = `[ A-Za-z0-9\\-._~!$&'()*+,;=<>"{}|\\\\^\`\\u0080-\\u{10ffff}\\x00-\\x1f\\x7f]`;
const segmentPart = `(?:${free}|[:@]|${escaped})`;
const authority = `(?:(?:${free}|:|${escaped})*@)?(?:\\[[^\\]]*\\]|(?:${free}|${escaped})*)(?::\\d*)?`;
const tail = `(?:\\?(?:${segmentPart}|[/?])*)?(?:#(?:${segmentPart}|[/?])*)?`;
const absolutePath = `(?://${authority}(?:/${segmentPart}*)*|/(?:${segmentPart}+(?:/${segmentPart}*)*)?)`;
const address = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.\\-]*:(?:${absolutePath}|${segmentPart}+(?:/${segmentPart}*)*)?|` +
    `(?:${absolutePath}|(?:(?:${free}|@|${escaped})+(?:/${segmentPart}*)*)?))${tail}$`,
  'u',
);

const tests: Readonly<Record<DataType, (text: string) => boolean>> = {
  string: () => true,
  anyURI: (text) => address.test(text),
  boolean: (text) => text === 'true' || text === 'false' || text === '1' || text === '0',
  date: (text) => isDay(date.exec(text)),
  dateTime: (text) => isDay(dateTime.exec(text)),
  decimal: (text) => decimal.test(text),
  int: (text) => digits.test(text) && Math.abs(Number(text) + 0.5) <= 2_147_483_647.5,
  language: (text) => text === '' || language.test(text),
  NMTOKEN: (text) => nameToken.test(text),
  nonNegativeInteger: (text) => digits.test(text) && (!text.startsWith('-') || /^-0+$/.test(text)),
  positiveInteger: (text) => /^\+?0*[1-9]\d*$/.test(text),
};

/**
 * Whether the text is a value of the type, white space around it left aside: XML Schema part 2, as libxml2 reads it.
 * Addresses and languages are looked at in form alone.
 */
export function isOfType(text: string, type: DataType): boolean {
  if (type === 'string') return true;
  if (type === 'date' && isEarlyInMonth(text)) return true;
  return tests[type](trimmed(text));
}

/** Without the white space of XML around it; `trim` would take more. */
function trimmed(text: string): string {
  const bare = text.length > 0 && text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32;
  return bare ? text : text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
}

/** A day that every month has, written plainly: nearly all dates are, and a record has hundreds. */
function isEarlyInMonth(text: string): boolean {
  return text.length === 10 && /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(text);
}

/** Whether the month has such a day, in a year that exists: there is no year 0. */
function isDay(match: RegExpExecArray | null): boolean {
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  if (year === 0) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return Number(match[3]) <= days;
}
