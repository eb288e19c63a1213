import type { FaultCode, FaultParams } from '../kernel/fault.ts';
import { formatBytes, formatNumber } from './format.ts';
import { isMessageKey, type MessageKey, type Translate } from './messages.ts';
import { comma } from './punctuation.ts';

/** Parts of a place, outermost first: which member of a fault's params, and how it is worded. */
const places: readonly (readonly [param: string, key: MessageKey])[] = [
  ['item', 'place.item'],
  ['entry', 'place.entry'],
  ['seq', 'place.entry'],
  ['row', 'place.row'],
  ['line', 'place.line'],
  ['column', 'place.column'],
  ['byte', 'place.byte'],
];

/** Refusals that measure bytes, where their `unit` names nothing else. */
const inBytes: ReadonlySet<FaultCode> = new Set(['fileTooLarge', 'inflatesTooMuch']);

/** Why something was refused, as a sentence that names the place, the limit and what would be right. */
export function faultText(
  t: Translate,
  { code, params }: { readonly code: FaultCode; readonly params: FaultParams },
): string {
  const place = params['place'] ?? placeText(t, params);
  const measures = measured(t, code, params);
  const got = measures['got'] ?? nameOf(params);
  return t(`fault.${code}`, {
    ...params,
    ...measures,
    ...named(t, params),
    ...(params['file'] === 'form' ? { file: t('place.form') } : {}),
    ...(place === '' ? {} : { place }),
    ...(got === '' ? {} : { got: params['step'] === undefined ? got : words(t, String(got)) }),
  });
}

/** What was measured and its limit: bytes in units that people know, other numbers with their digits grouped. */
function measured(t: Translate, code: FaultCode, { got, limit, unit = 'bytes' }: FaultParams): FaultParams {
  const sizes = inBytes.has(code) && unit === 'bytes';
  const written = (value: string | number | undefined, rounded: 'ceil' | 'floor') => {
    if (typeof value !== 'number') return value;
    return sizes ? formatBytes(t.lang, value, rounded) : formatNumber(t.lang, value);
  };
  const values = { got: written(got, 'ceil'), limit: written(limit, 'floor') };
  return {
    ...(values.got === undefined ? {} : { got: values.got }),
    ...(values.limit === undefined ? {} : { limit: values.limit }),
    // Of what came without its length only that it is too much is known.
    ...(sizes ? { unit: got === undefined ? 'open' : unit } : {}),
  };
}

/** Names that rooms have for steps, sides, posts and states, as people call them. */
function named(t: Translate, { step, right }: FaultParams): FaultParams {
  return {
    ...(typeof step === 'string' ? { step: words(t, step) } : {}),
    ...(typeof step === 'string' && typeof right === 'string' ? { right: words(t, right) } : {}),
  };
}

/** Each word of a list that has a name of its own; the others as they are. */
function words(t: Translate, list: string): string {
  const kinds = ['act', 'side', 'postKind', 'state'];
  return list
    .split(', ')
    .map((word) => {
      const key = kinds.map((kind) => `${kind}.${word}`).find(isMessageKey);
      return key === undefined ? word : t(key);
    })
    .join(comma(t));
}

function placeText(t: Translate, params: FaultParams): string {
  return places
    .flatMap(([param, key]) => {
      const number = params[param];
      return number === undefined ? [] : [t(key, { number: String(number) })];
    })
    .join(comma(t));
}

/** What was asked for, where a fault names it in parts. */
function nameOf(params: FaultParams): string {
  const parts = [params['register'], params['id'] ?? params['recordId'], params['revision'], params['file']];
  return parts.filter((part) => part !== undefined).join('/');
}
