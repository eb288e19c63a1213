import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import type { Presented, PresentedKept } from '../../../policy/present.ts';
import { attribute, type Element } from '../../xml/element.ts';
import { elementText, escapedValue } from '../../xml/write-xml.ts';
import { canonicalText, pairs } from './canonical-text.ts';
import type { ElementWriter } from './element-writer.ts';
import { type KeptDocument, keptDocument, keptTree } from './kept.ts';
import { languageTag } from './narrative.ts';
import { digestOf } from './own-digest.ts';
import { own } from './own-marks.ts';
import { Reading } from './reading.ts';
import { partsSaying, type RecordKind } from './record-kinds.ts';
import { sortedElement } from './sorted-element.ts';
import { type Scene, Spoken } from './spoken.ts';
import { withoutParts } from './without-parts.ts';

/** A record with what its source said beside the values. */
export type WithKept = Presented & { readonly kept: PresentedKept };

/**
 * A record written from the source that was kept. Where nothing has changed since and nothing is to be hidden, the source
 * goes back as it came; else only those elements are written anew whose fields say something else now.
 */
export function writtenFromKept(record: WithKept, kind: RecordKind, scene: Scene): string {
  const { kept, register, values } = record;
  const document = keptDocument(kept.source);
  const hidden = partsSaying(kind, register, kept.hides);
  const isSame = values === kept.values || canonicalJson(values) === canonicalJson(kept.values);
  const isWhole = !kept.later && isSame;
  if (isWhole && document.inOrder && reporterStays(document, record, scene)) {
    const source = withoutParts(document.source, hidden);
    if (source !== undefined) return withInherited({ ...document, source });
  }
  const { root, record: tree } = keptTree(kept.source);
  const whole: Element = { ...tree, attributes: withInheritedAttributes(root.attributes, tree) };
  const shown = whole.children.filter(({ name }) => !hidden.has(name));
  const update = new Update(record, kind, scene, { ...whole, children: shown });
  return elementText(update.written());
}

/** A country's word is reported by its own side; what a third party said, by whoever said it. */
function reporterStays({ source }: KeptDocument, { standing }: WithKept, { reporter }: Scene): boolean {
  if (standing !== 'party') return true;
  return /<reporting-org\s[^>]*?\bref="([^"]*)"/.exec(source)?.[1] === escapedValue(reporter.ref);
}

const startTag = /^<[^\s/>]+((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/;

/** Declarations and defaults that the record had from its root, in its own start tag. */
function withInherited({ root, source }: KeptDocument): string {
  const inherited = pairs(root).filter(([name]) => isInherited(name));
  if (inherited.length === 0) return source;
  const [tag = '', attributes = ''] = startTag.exec(source) ?? [];
  const given = new Set(attributes.replace(/"[^"]*"|'[^']*'/g, ' ').split(/[\s=]+/));
  const missing = inherited.filter(([name]) => !given.has(name));
  const said = missing.map(([name, value]) => ` ${name}="${escapedValue(value)}"`).join('');
  return tag + said + source.slice(tag.length);
}

function isInherited(name: string): boolean {
  return name.startsWith('xmlns:') || name === 'xml:lang' || name === 'default-currency';
}

function withInheritedAttributes(root: readonly string[], { attributes }: Element): readonly string[] {
  const given = new Set(pairs(attributes).map(([name]) => name));
  const missing = pairs(root).filter(([name]) => isInherited(name) && !given.has(name));
  return [...missing.flat(), ...attributes];
}

/** One kept record being brought up to what its fields say now. */
class Update {
  readonly #record: WithKept;
  readonly #kind: RecordKind;
  readonly #tree: Element;
  readonly #reading: Reading;
  readonly #now: Spoken;
  readonly #before: Spoken;
  /** Fields of which the source said nothing and the record had something from elsewhere. */
  readonly #added: ReadonlySet<string>;
  #changed = false;

  constructor(record: WithKept, kind: RecordKind, scene: Scene, tree: Element) {
    this.#record = record;
    this.#kind = kind;
    this.#tree = tree;
    this.#reading = readingOf(record, tree);
    this.#now = new Spoken(record, record.values, scene);
    this.#added = record.kept.later ? this.#fromElsewhere() : new Set();
    const before = Object.entries(record.kept.values).filter(([name]) => !this.#added.has(name));
    this.#before = new Spoken(record, Object.fromEntries(before), scene);
  }

  written(): Element {
    const mine = new Set(this.#kind.writers.map(({ name }) => name));
    const parts = this.#kind.writers.flatMap((writer) => this.#partsOf(writer));
    const others = this.#tree.children.filter(({ name }) => !mine.has(name));
    const element = { ...this.#tree, children: [...parts, ...others] };
    const attributes = this.#changed ? this.#attributes() : element.attributes;
    const sorted = sortedElement({ ...element, attributes }, this.#kind.shape);
    const isOurs = attribute(sorted, own('digest')) !== undefined;
    if (!(this.#changed && isOurs)) return sorted;
    return withAttribute(sorted, own('digest'), digestOf(sorted));
  }

  #attributes(): readonly string[] {
    const { changedAt, revision } = this.#record;
    const dated = withAttribute(this.#tree, 'last-updated-datetime', changedAt);
    const isOurs = attribute(dated, own('revision')) !== undefined;
    return (isOurs ? withAttribute(dated, own('revision'), String(revision)) : dated).attributes;
  }

  #partsOf(writer: ElementWriter): readonly Element[] {
    const kept = this.#tree.children.filter(({ name }) => name === writer.name);
    if (writer.name === 'reporting-org') return this.#reporter(writer, kept);
    const before = new Map(writer.write(this.#before).map(({ key, element }) => [key, element]));
    const now = new Map(writer.write(this.#now).map(({ key, element }) => [key, element]));
    const anew = [...now].filter(([key, element]) => {
      const old = before.get(key);
      return old === undefined || canonicalText(old) !== canonicalText(element);
    });
    const gone = [...before.keys()].filter((key) => !now.has(key));
    if (anew.length === 0 && gone.length === 0) return kept;
    this.#changed = true;
    const elements = this.#replaced(writer, kept, new Map(anew), new Set(gone));
    return writer.settle === undefined ? elements : writer.settle(elements);
  }

  #replaced(
    writer: ElementWriter,
    kept: readonly Element[],
    anew: Map<string, Element>,
    gone: ReadonlySet<string>,
  ): readonly Element[] {
    const done = new Set<string>();
    const stay = kept.flatMap((element) => {
      const key = writer.keyOf(element, this.#tree, this.#reading);
      if (key === undefined) return [element];
      if (gone.has(key) || done.has(key)) return [];
      const next = anew.get(key);
      if (next === undefined) return [element];
      done.add(key);
      return [merged(element, next, writer)];
    });
    return [...stay, ...[...anew].filter(([key]) => !done.has(key)).map(([, element]) => element)];
  }

  #reporter(writer: ElementWriter, kept: readonly Element[]): readonly Element[] {
    const [item] = writer.write(this.#now);
    const [first] = kept;
    if (item === undefined || (first !== undefined && this.#record.standing !== 'party')) return kept;
    if (first !== undefined && attribute(first, 'ref') === attribute(item.element, 'ref')) return kept;
    this.#changed = true;
    return [first === undefined ? item.element : merged(first, item.element, writer)];
  }

  #fromElsewhere(): ReadonlySet<string> {
    const reading = readingOf(this.#record, this.#tree);
    for (const reader of this.#kind.readers) reader.read(this.#tree, reading);
    const { values } = this.#record.kept;
    return new Set(Object.keys(values).filter((name) => reading.values[name] === undefined));
  }
}

function readingOf({ register }: WithKept, tree: Element): Reading {
  const language = languageTag(attribute(tree, 'xml:lang')) ?? unknownLanguage;
  return new Reading(register, language, attribute(tree, 'default-currency'));
}

/** A kept element with what our fields say now; what they do not hold stays. */
function merged(kept: Element, next: Element, writer: ElementWriter): Element {
  const attributes = pairs(kept.attributes).filter(
    ([name]) => !writer.attributes.includes(name) && !name.startsWith(own('')),
  );
  const given = new Set(pairs(next.attributes).map(([name]) => name));
  const children = kept.children.filter(({ name }) => !writer.children.includes(name));
  const named = new Set(next.children.map(({ name }) => name));
  return {
    ...next,
    attributes: [...next.attributes, ...attributes.filter(([name]) => !given.has(name)).flat()],
    children: [...next.children, ...children.filter(({ name }) => !named.has(name))],
  };
}

function withAttribute(element: Element, name: string, value: string): Element {
  const others = pairs(element.attributes).filter(([key]) => key !== name);
  return { ...element, attributes: [...others.flat(), name, value] };
}
