import { DataFactory, type Quad_Object, Writer } from 'n3';
import type { CodeList } from '../../vocabulary/code-list.ts';

const { literal, namedNode, quad } = DataFactory;

const skos = 'http://www.w3.org/2004/02/skos/core#';
const dct = 'http://purl.org/dc/terms/';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/**
 * A list of codes as a SKOS concept scheme (W3C Recommendation of 18 August 2009) in Turtle: every code with its names in
 * all languages, the wider code above it, and, for the scheme, who keeps it and the day of its state.
 * @param address of the list; the codes stand behind `#` in it.
 */
export function skosOf(list: CodeList, address: string): string {
  const writer = new Writer({ prefixes: { skos, dct, xsd } });
  const say = (subject: string, predicate: string, object: Quad_Object) =>
    writer.addQuad(quad(namedNode(subject), namedNode(predicate), object));
  say(address, `${rdf}type`, namedNode(`${skos}ConceptScheme`));
  say(address, `${dct}title`, literal(list.name, 'en'));
  say(address, `${dct}source`, literal(list.source, 'en'));
  say(address, `${dct}modified`, literal(list.asOf, namedNode(dateType(list.asOf))));
  const conceptOf = (code: string) => `${address}#${encodeURIComponent(code)}`;
  for (const { code, names, parent, note } of list.entries.values()) {
    const concept = conceptOf(code);
    say(concept, `${rdf}type`, namedNode(`${skos}Concept`));
    say(concept, `${skos}inScheme`, namedNode(address));
    say(concept, `${skos}notation`, literal(code));
    for (const [lang, name] of Object.entries(names)) say(concept, `${skos}prefLabel`, literal(name, lang));
    if (parent !== undefined && list.entries.has(parent))
      say(concept, `${skos}broader`, namedNode(conceptOf(parent)));
    else say(concept, `${skos}topConceptOf`, namedNode(address));
    if (note !== undefined) say(concept, `${skos}scopeNote`, literal(note, 'en'));
  }
  let turtle = '';
  // Nothing is waited for: what is in memory is written at once.
  writer.end((error, text: string) => {
    if (error !== null && error !== undefined) throw error;
    turtle = text;
  });
  return turtle;
}

function dateType(date: string): string {
  const types: Readonly<Record<number, string>> = { 4: 'gYear', 7: 'gYearMonth' };
  return `${xsd}${types[date.length] ?? 'date'}`;
}
