import type { LangText } from '../../kernel/lang-text.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { Period } from '../../kernel/partial-date.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { sdgs } from '../../vocabulary/sdg.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { type JsonLd, type JsonLdNode, node } from './node.ts';

export interface SchemaContext {
  /** The language of the page: names of countries and subjects, and the text where there is one. */
  readonly lang: string;
  /** The web address at which the record is shown. */
  readonly address: string;
}

/** How a type of schema.org says when something was and where it holds. */
interface Shape {
  readonly begins: string;
  readonly ends?: string;
  /** For the countries on the using side. */
  readonly hosts: string;
  /** Whether it is a work, with language, keywords and what it rests on. */
  readonly work: boolean;
}

/** The types of https://schema.org (30.0) that registers mean. A project is an organisation there. */
const shapes: Readonly<Record<string, Shape>> = {
  Project: { begins: 'foundingDate', ends: 'dissolutionDate', hosts: 'areaServed', work: false },
  Organization: { begins: 'foundingDate', hosts: 'areaServed', work: false },
  Event: { begins: 'startDate', ends: 'endDate', hosts: 'location', work: false },
  HowTo: { begins: 'dateCreated', hosts: 'spatialCoverage', work: true },
  Legislation: { begins: 'legislationDate', hosts: 'spatialCoverage', work: true },
  Report: { begins: 'datePublished', hosts: 'spatialCoverage', work: true },
  CreativeWork: { begins: 'datePublished', hosts: 'spatialCoverage', work: true },
};

const longest = 300;
const most = 8;

/**
 * A record in the words of schema.org, as its register means it (`means: ['schema:Event']`). A text in another language
 * than the page's carries its own tag (JSON-LD 1.1, 4.2.4).
 */
export function schemaOrg(record: Presented, { lang, address }: SchemaContext): JsonLdNode {
  const { register, values, changedAt, id } = record;
  const type = typeOf(register.means);
  const shape = shapes[type] ?? shapes['CreativeWork'];
  const { facets } = digestOf(register, values);
  const hosts = (facets.host ?? []).slice(0, most).map((code) => country(code, lang));
  const keywords = [
    ...(facets.sdg ?? []).map((goal) => nameOf(sdgs, goal, lang)),
    ...(facets.sector ?? []).map((code) => nameOf(sectors, code, lang)),
  ].slice(0, most);
  return node({
    '@context': 'https://schema.org',
    '@type': type,
    '@id': address,
    url: address,
    identifier: id,
    name: said(values[register.title], lang),
    alternateName: word(valueMeaning(record, 'dc:alternative')),
    description: said(values[register.summary], lang),
    ...dates(record, shape),
    ...(shape === undefined ? {} : { [shape.hosts]: placed(type, hosts) }),
    keywords,
    ...(shape?.work === true
      ? {
          dateModified: changedAt,
          inLanguage: languagesOf(record),
          author: person(word(valueMeaning(record, 'dc:creator'))),
          publisher: organisation(word(valueMeaning(record, 'dc:publisher'))),
        }
      : {}),
    ...(type === 'Organization' ? { address: seat(word(valueMeaning(record, 'ssc:seat'))) } : {}),
  });
}

/** The type that a register means; a work where it means none. */
function typeOf(means: readonly string[]): string {
  const meant = means.find((one) => one.startsWith('schema:'));
  return meant === undefined ? 'CreativeWork' : meant.slice('schema:'.length);
}

function said(value: unknown, lang: string): JsonLd | undefined {
  if (value === undefined) return undefined;
  // Titles and summaries are texts in languages: the contract of registers.
  const shown = textIn(value as LangText, lang);
  const text = shown.text.length <= longest ? shown.text : `${shown.text.slice(0, longest).trimEnd()} …`;
  return shown.asked ? text : { '@value': text, '@language': shown.lang };
}

function dates(record: Presented, shape: Shape | undefined): Record<string, JsonLd | undefined> {
  const value = valueMeaning(record, 'iati:activity-date') ?? valueMeaning(record, 'dc:date');
  if (shape === undefined || value === undefined) return {};
  if (typeof value === 'string') return { [shape.begins]: value };
  // What is no single date is a period: these two kinds carry the two meanings.
  const { start, end } = value as Period;
  return { [shape.begins]: start, ...(shape.ends === undefined ? {} : { [shape.ends]: end }) };
}

/** In which languages the work is, where the record says so; else in which it is told here. */
function languagesOf(record: Presented): readonly string[] {
  const said = valueMeaning(record, 'dc:language');
  // A list of codes, as its field declares.
  if (said !== undefined) return said as readonly string[];
  const { register, values } = record;
  const title = values[register.title];
  // As above.
  return title === undefined ? [] : Object.keys((title as LangText).texts).filter((tag) => tag !== 'und');
}

function country(code: string, lang: string): JsonLdNode {
  return { '@type': 'Country', identifier: code, name: countryName(code, lang) };
}

/** An event is at a place in a country; everything else covers the country itself. */
function placed(type: string, hosts: readonly JsonLdNode[]): JsonLd {
  if (type !== 'Event') return hosts;
  return hosts.map((host) => ({
    '@type': 'Place',
    address: host['identifier'] ?? '',
    name: host['name'] ?? '',
  }));
}

function seat(code: string | undefined): JsonLdNode | undefined {
  return code === undefined ? undefined : { '@type': 'PostalAddress', addressCountry: code };
}

function person(name: string | undefined): JsonLdNode | undefined {
  return name === undefined ? undefined : { '@type': 'Person', name };
}

function organisation(name: string | undefined): JsonLdNode | undefined {
  return name === undefined ? undefined : { '@type': 'Organization', name };
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
