import { Fault } from '../../kernel/fault.ts';
import type { Register } from '../../registers/register.ts';
import type { Incoming, InputFile } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { attribute, type Element } from '../xml/element.ts';
import { TreeBuilder, wanted } from '../xml/tree-builder.ts';
import { longestShown, XmlScanner } from '../xml/xml-scanner.ts';
import type { CheckOptions } from './check/check-file.ts';
import { DocumentChecker } from './check/document-checker.ts';
import { mostAsked, onImport } from './check/findings-on-import.ts';
import type { StandardFinding } from './check/standard-finding.ts';
import { wantedBy } from './internal/element-reader.ts';
import { keep, longestCompared, treeOf } from './internal/kept.ts';
import { languageTag } from './internal/narrative.ts';
import { OrderCheck } from './internal/order-check.ts';
import { isUnaltered } from './internal/own-digest.ts';
import { type FileDefaults, readRecord } from './internal/read-record.ts';
import { kinds, kindUnder, type RecordKind, registerFor } from './internal/record-kinds.ts';

/** The versions read, as they are named to people. */
const versions = '2.01, 2.02, 2.03';
const roots = wanted(
  Object.fromEntries(kinds.map((kind) => [kind.root, wanted({ [kind.element]: wantedBy(kind.readers) })])),
);

export interface ReadOptions {
  /** Give with each record its source, to be kept. */
  readonly keep?: boolean;
  /** Hold each record against the standard too: what is said of it stands among its findings. */
  readonly standard?: Pick<CheckOptions, 'tables' | 'now'>;
  /** Hears how many bytes of the file have been taken. */
  readonly onBytes?: (taken: number) => void;
}

/**
 * Reads IATI activity or organisation XML, 2.01 to 2.03, as a stream: one item for each record, in the order of the file,
 * never more than one piece of the file and one record in memory. A file without a version is read as 2.x.
 *
 * What is wrong within a record is a finding on it. What is wrong with the file ends the reading with a Fault: `emptyFile`,
 * `unknownFormat` {got, right}, `oldStandard` {got, right} for version 1.x, `badEncoding`, `doctypeRefused`,
 * `notWellFormed` {line, column}, `truncated` {line}, `tooDeep`, `cellTooLarge`, `rowTooLong` {line, limit}; all with {file}.
 * Records that were complete before that place have then been given already: whether to keep them is the caller's to say.
 */
export async function* readIati(
  file: InputFile,
  limits: InputLimits,
  options: ReadOptions = {},
): AsyncGenerator<Incoming> {
  const reader = new FileReader(file.name, limits, options);
  for await (const text of decodeXml(file.bytes(options.onBytes), file.name)) {
    const problem = reader.write(text);
    yield* reader.take();
    if (problem !== undefined) throw problem;
  }
  reader.end();
}

/** One file being read: the document's elements in, records out. */
class FileReader {
  readonly #file: string;
  readonly #scanner: XmlScanner;
  readonly #keep: boolean;
  /** Whether the trees of records have everything in them, as checking wants it, or what readers look at. */
  readonly #whole: boolean;
  #root: Element | undefined;
  #order: OrderCheck | undefined;
  #kind: RecordKind | undefined;
  #register: Register | undefined;
  #defaults: FileDefaults = { language: undefined, currency: undefined };
  #count = 0;
  #items: Incoming[] = [];
  /** What the standard says of the present record. */
  #said: StandardFinding[] = [];

  constructor(file: string, limits: InputLimits, { keep = false, standard }: ReadOptions) {
    this.#file = file;
    this.#keep = keep;
    this.#whole = standard !== undefined;
    const events = {
      rootBegun: (root: Element) => this.#begin(root),
      recordBegun: () => {
        this.#order?.begin();
        this.#scanner.beginRecord();
      },
      partBegun: (name: string) => this.#order?.next(name),
      recordEnded: (record: Element | undefined) => this.#take(record),
    };
    const onFinding = (finding: StandardFinding) => void this.#said.push(finding);
    const listener =
      standard === undefined
        ? new TreeBuilder(roots, events)
        : new DocumentChecker(file, { limits, ...standard, onFinding, mostPerRecord: mostAsked }, events);
    this.#scanner = new XmlScanner(listener, limits, file, keep ? Number.POSITIVE_INFINITY : undefined);
  }

  /** Reads on. A problem is handed back, not thrown, so that the records before it can be given first. */
  write(text: string): Error | undefined {
    try {
      this.#scanner.write(text);
      return undefined;
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  }

  end(): void {
    this.#scanner.end();
  }

  take(): readonly Incoming[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #begin(root: Element): void {
    const right = kinds.map((kind) => kind.root).join(', ');
    const kind = kindUnder(root.name);
    if (kind === undefined)
      throw new Fault('unknownFormat', { file: this.#file, got: root.name.slice(0, 80), right });
    const version = attribute(root, 'version');
    if (version !== undefined && !/^2(\.|$)/.test(version)) {
      const code = /^[01](\.|$)/.test(version) ? 'oldStandard' : 'unknownFormat';
      throw new Fault(code, { file: this.#file, got: `IATI ${version.slice(0, 20)}`, right: versions });
    }
    this.#kind = kind;
    this.#root = root;
    if (this.#keep) this.#order = new OrderCheck(kind.shape);
    this.#register = registerFor(kind);
    this.#defaults = {
      language: languageTag(attribute(root, 'xml:lang')),
      currency: attribute(root, 'default-currency'),
    };
  }

  #take(record: Element | undefined): void {
    // Refuses a record that was too large for a tree: it is never longer than its source.
    const source = this.#scanner.endRecord();
    this.#count += 1;
    if (record === undefined || this.#kind === undefined || this.#register === undefined) return;
    const where = { number: this.#count, source: shown(source), length: source.length };
    const read = readRecord(record, this.#kind, this.#register, this.#defaults, where);
    const item =
      this.#said.length === 0 ? read : { ...read, findings: [...read.findings, ...onImport(this.#said)] };
    this.#said = [];
    const root = this.#root;
    const inOrder = this.#order?.inOrder;
    if (inOrder === undefined || root === undefined) {
      this.#items.push(item);
      return;
    }
    const isOurs = item.recordId !== undefined && this.#isUnaltered(root, record, source);
    const kept = keep(root, source, inOrder);
    this.#items.push(isOurs ? { ...item, kept, unaltered: true } : { ...item, kept });
  }

  /** Whether a record that was written here is as it was written. */
  #isUnaltered(root: Element, record: Element, source: string): boolean {
    if (source.length > longestCompared) return false;
    return isUnaltered(this.#whole ? record : treeOf(root, source));
  }
}

/** As much of a record as people are shown. Copied: a slice would hold the whole in memory. */
function shown(source: string): string {
  if (source.length <= longestShown) return source;
  return Buffer.from(source.slice(0, longestShown), 'utf16le').toString('utf16le');
}
