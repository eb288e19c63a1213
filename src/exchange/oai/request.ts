import { type Datestamp, readDatestamp } from './datestamp.ts';
import { type MetadataPrefix, metadataPrefixes } from './metadata-formats.ts';
import { OaiError } from './oai-error.ts';
import { type Resumption, readToken } from './resumption-token.ts';

const verbs = {
  Identify: { needed: [], taken: [] },
  ListMetadataFormats: { needed: [], taken: ['identifier'] },
  ListSets: { needed: [], taken: [], alone: 'resumptionToken' },
  GetRecord: { needed: ['identifier', 'metadataPrefix'], taken: [] },
  ListIdentifiers: { needed: ['metadataPrefix'], taken: ['from', 'until', 'set'], alone: 'resumptionToken' },
  ListRecords: { needed: ['metadataPrefix'], taken: ['from', 'until', 'set'], alone: 'resumptionToken' },
} as const satisfies Record<string, VerbRule>;

interface VerbRule {
  readonly needed: readonly string[];
  readonly taken: readonly string[];
  /** An argument that stands with no other. */
  readonly alone?: string;
}
type Verb = keyof typeof verbs;

/** A question of a harvester, understood. */
export type OaiRequest =
  | { readonly verb: 'Identify' | 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly metadataPrefix: MetadataPrefix }
  | (Omit<Resumption, 'after'> & Partial<Pick<Resumption, 'after'>>);

/** What arguments may look like (OAI-PMH.xsd); an answer that repeats others would not be valid itself. */
const forms: Readonly<Record<string, RegExp>> = {
  identifier: /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/,
  metadataPrefix: /^[A-Za-z0-9\-_.!~*'()]+$/,
  set: /^[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*$/,
};
const anything = /^/;

/** Longest value of an argument that is looked at, in characters. */
const longest = 2_000;

/**
 * Reads the arguments of a question (OAI-PMH 2.0, 3.1 and 4). `key`: of the node, for resumption tokens.
 * @throws OaiError
 */
export function readRequest(parameters: Iterable<readonly [string, string]>, key: string): OaiRequest {
  const said = [...parameters];
  const verb = verbIn(said);
  const given = argumentsIn(said, verb);
  const { identifier = '', metadataPrefix = '', resumptionToken } = given;
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListSets':
      if (resumptionToken === undefined) return { verb };
      throw new OaiError('badResumptionToken', 'All sets come in one list: there is no token for it');
    case 'ListMetadataFormats':
      return { verb, ...(identifier === '' ? {} : { identifier }) };
    case 'GetRecord':
      return { verb, identifier, metadataPrefix: prefixOf(metadataPrefix) };
    default:
      return resumptionToken === undefined
        ? listRequest(verb, given)
        : resumed(verb, readToken(resumptionToken, key));
  }
}

function verbIn(said: readonly (readonly [string, string])[]): Verb {
  const [verb, ...more] = said.filter(([name]) => name === 'verb').map(([, value]) => value);
  const right = `verb is one of ${Object.keys(verbs).join(', ')}`;
  if (verb === undefined) throw new OaiError('badVerb', `No verb: ${right}`);
  if (more.length > 0) throw new OaiError('badVerb', 'The verb stands more than once');
  if (!Object.hasOwn(verbs, verb)) throw new OaiError('badVerb', `Unknown verb: ${right}`);
  // An own key of `verbs` is a verb.
  return verb as Verb;
}

type Given = Readonly<Partial<Record<string, string>>>;

function argumentsIn(said: readonly (readonly [string, string])[], verb: Verb): Given {
  const { needed, taken, alone }: VerbRule = verbs[verb];
  const given = new Map<string, string>();
  for (const [name, value] of said) {
    if (name === 'verb') continue;
    if (![...needed, ...taken, alone].includes(name))
      throw new OaiError('badArgument', `${verb} takes no argument "${name.slice(0, 100)}"`);
    if (given.has(name)) throw new OaiError('badArgument', `${name} stands more than once`);
    if (value === '' || value.length > longest)
      throw new OaiError('badArgument', `${name} must have 1 to ${longest} characters`);
    if (!(forms[name] ?? anything).test(value))
      throw new OaiError('badArgument', `${name} has characters that it cannot have`);
    given.set(name, value);
  }
  if (alone !== undefined && given.has(alone)) {
    if (given.size > 1) throw new OaiError('badArgument', `${alone} stands with no other argument`);
  } else {
    const missing = needed.filter((name) => !given.has(name));
    if (missing.length > 0) throw new OaiError('badArgument', `${verb} needs ${missing.join(' and ')}`);
  }
  return Object.fromEntries(given);
}

function prefixOf(text: string): MetadataPrefix {
  const known = metadataPrefixes.find((prefix) => prefix === text);
  if (known !== undefined) return known;
  throw new OaiError('cannotDisseminateFormat', `metadataPrefix is one of ${metadataPrefixes.join(', ')}`);
}

function listRequest(verb: Resumption['verb'], given: Given): OaiRequest {
  const from = dateIn('from', given['from']);
  const until = dateIn('until', given['until']);
  if (from !== undefined && until !== undefined) {
    if (from.granularity !== until.granularity)
      throw new OaiError('badArgument', 'from and until must both be days or both be seconds');
    if (from.first > until.last) throw new OaiError('badArgument', 'from is later than until');
  }
  const { set } = given;
  return {
    verb,
    metadataPrefix: prefixOf(given['metadataPrefix'] ?? ''),
    ...(set === undefined ? {} : { set }),
    ...(from === undefined ? {} : { from: from.first }),
    ...(until === undefined ? {} : { until: until.last }),
    cursor: 0,
  };
}

function dateIn(name: string, text: string | undefined): Datestamp | undefined {
  if (text === undefined) return undefined;
  const date = readDatestamp(text);
  if (date !== undefined) return date;
  throw new OaiError(
    'badArgument',
    `${name} must be a day of the calendar or a second of UTC: 2024-05-06 or 2024-05-06T07:08:09Z`,
  );
}

function resumed(verb: Resumption['verb'], resumption: Resumption): OaiRequest {
  if (resumption.verb === verb) return resumption;
  throw new OaiError('badResumptionToken', `That resumptionToken is for ${resumption.verb}`);
}
