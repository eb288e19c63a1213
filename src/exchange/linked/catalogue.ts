import type { JsonLdNode } from './node.ts';

/** One way to take a data set away. */
export interface Distribution {
  readonly address: string;
  readonly mediaType: string;
  readonly title: string;
}

export interface DataSet {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** How many records; a catalogue of nothing says so. */
  readonly records: number;
  readonly distributions: readonly Distribution[];
}

export interface Catalogue {
  readonly address: string;
  readonly home: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** When anything in it last changed, ISO 8601. */
  readonly modified?: string;
  readonly dataSets: readonly DataSet[];
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  void: 'http://rdfs.org/ns/void#',
} as const;

const mediaTypes = 'https://www.iana.org/assignments/media-types/';

/** The data sets of a node for open-data portals: DCAT 3 (W3C Recommendation of 22 August 2024), after the profile DCAT-AP 3. */
export function catalogueJsonLd(catalogue: Catalogue): JsonLdNode {
  const { address, home, lang, title, description, publisher, modified, dataSets } = catalogue;
  const said = (text: string) => ({ '@value': text, '@language': lang });
  const agent = { '@id': `${home}#publisher`, '@type': 'foaf:Agent', 'foaf:name': said(publisher) };
  const changed =
    modified === undefined ? {} : { 'dct:modified': { '@value': modified, '@type': 'xsd:dateTime' } };
  return {
    '@context': context,
    '@id': address,
    '@type': 'dcat:Catalog',
    'dct:title': said(title),
    'dct:description': said(description),
    'dct:publisher': agent,
    'foaf:homepage': { '@id': home, '@type': 'foaf:Document' },
    ...changed,
    'dcat:dataset': dataSets.map((set) => ({
      '@id': set.address,
      '@type': 'dcat:Dataset',
      'dct:title': said(set.title),
      'dct:description': said(set.description),
      'dct:publisher': { '@id': agent['@id'] },
      'void:entities': set.records,
      ...changed,
      'dcat:distribution': set.distributions.map((one) => ({
        '@id': one.address,
        '@type': 'dcat:Distribution',
        'dct:title': said(one.title),
        'dcat:accessURL': { '@id': one.address, '@type': 'http://www.w3.org/2000/01/rdf-schema#Resource' },
        'dcat:mediaType': { '@id': mediaTypes + one.mediaType, '@type': 'dct:MediaType' },
      })),
    })),
  };
}
