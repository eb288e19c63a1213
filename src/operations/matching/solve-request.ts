import { isRecordId } from '../../kernel/ids.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { countryCode } from '../../vocabulary/countries.ts';
import { kindsFor, type SolveRequest } from './who-has-solved.ts';

/** Longest text that is taken at all, in characters: 50,000 words. What is read of it is less. */
export const longestAsked = 400_000;

/** Records that a program gets unless it says how many. */
export const defaultLimit = 10;

/** What a program sends: see `solveRequest`. */
export interface SentToSolve {
  readonly q?: string | undefined;
  readonly record?: string | undefined;
  readonly country?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly alike?: boolean | undefined;
  readonly written?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** A question as an address or a form carries it, and what of it was not understood. */
export interface AskedToSolve {
  readonly request: SolveRequest;
  /** The country as it was typed, where it names none. */
  readonly unknownCountry?: string;
  /** Whoever asks acts for a country and wants none here. */
  readonly emptied?: true;
}

/**
 * Reads `q` (text), `record` (`need/id`), `country` (a name in any of the languages, or a code), `kind` (repeated),
 * `alike` and `written` (languages, repeated). What is not understood is left out: a question never fails on an odd address.
 */
export function solveRequest(parameters: URLSearchParams, lang: string, limit: number): AskedToSolve {
  const text = (parameters.get('q') ?? '').slice(0, longestAsked).trim();
  const typed = (parameters.get('country') ?? '').trim().slice(0, 100);
  const country = countryCode(typed) ?? countryCode(typed.toUpperCase());
  const [register = '', id = ''] = (parameters.get('record') ?? '').split('/');
  const record = register !== '' && isRecordId(id) ? { register, id } : undefined;
  const kinds = parameters.getAll('kind').filter((kind) => kindsFor('any').includes(kind) || kind === 'need');
  const written = interfaceLanguages.filter((one) => parameters.getAll('written').includes(one));
  return {
    request: {
      text,
      lang,
      onlyAlike: parameters.get('alike') === '1',
      limit,
      ...(record === undefined ? {} : { record }),
      ...(country === undefined ? {} : { country }),
      ...(kinds.length === 0 ? {} : { kinds: [...new Set(kinds)] }),
      ...(written.length === 0 ? {} : { written }),
    },
    ...(typed !== '' && country === undefined ? { unknownCountry: typed } : {}),
  };
}

/** The same question as a program sends it with its text beside the address. */
export function solveRequestOf(
  {
    q = '',
    record = '',
    country = '',
    kind = [],
    alike = false,
    written = [],
    limit = defaultLimit,
  }: SentToSolve,
  lang: string,
): AskedToSolve {
  const parameters = new URLSearchParams({ q, record, country, alike: alike ? '1' : '' });
  for (const one of kind) parameters.append('kind', one);
  for (const one of written) parameters.append('written', one);
  return solveRequest(parameters, lang, limit);
}

/** The same question as an address carries it. */
export function solveParameters(request: Omit<SolveRequest, 'limit' | 'lang'>): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.text !== '') parameters.set('q', request.text);
  if (request.record !== undefined)
    parameters.set('record', `${request.record.register}/${request.record.id}`);
  if (request.country !== undefined) parameters.set('country', request.country);
  for (const kind of request.kinds ?? []) parameters.append('kind', kind);
  if (request.onlyAlike) parameters.set('alike', '1');
  for (const one of request.written ?? []) parameters.append('written', one);
  return parameters;
}
