import { Fault } from '../../kernel/fault.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import type { Incoming, InputFile } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { attribute, type Element } from '../xml/element.ts';
import { TreeBuilder, wanted } from '../xml/tree-builder.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { wantedBy } from './internal/element-reader.ts';
import { languageTag } from './internal/narrative.ts';
import { type FileDefaults, readRecord } from './internal/read-record.ts';
import { fieldsMeaning } from './internal/reading.ts';
import { activities, organisations, type RecordKind } from './internal/record-kinds.ts';

/** The versions read, as they are named to people. */
const versions = '2.01, 2.02, 2.03';
const kinds: readonly RecordKind[] = [activities, organisations];
const roots = wanted(
  Object.fromEntries(kinds.map((kind) => [kind.root, wanted({ [kind.element]: wantedBy(kind.readers) })])),
);

/**
 * Reads IATI activity or organisation XML, 2.01 to 2.03, as a stream: one item for each record, in the order of the file,
 * never more than one piece of the file and one record in memory. A file without a version is read as 2.x.
 *
 * What is wrong within a record is a finding on it. What is wrong with the file ends the reading with a Fault: `emptyFile`,
 * `unknownFormat` {got, right}, `oldStandard` {got, right} for version 1.x, `badEncoding`, `doctypeRefused`,
 * `notWellFormed` {line, column}, `truncated` {line}, `tooDeep`, `cellTooLarge`, `rowTooLong` {line, limit}; all with {file}.
 * Records that were complete before that place have then been given already: whether to keep them is the caller's to say.
 * @param onBytes hears how many bytes of the file have been taken.
 */
export async function* readIati(
  file: InputFile,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): AsyncGenerator<Incoming> {
  const reader = new FileReader(file.name, limits);
  for await (const text of decodeXml(file.bytes(onBytes), file.name)) {
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
  #kind: RecordKind | undefined;
  #register: Register | undefined;
  #defaults: FileDefaults = { language: undefined, currency: undefined };
  #count = 0;
  #items: Incoming[] = [];

  constructor(file: string, limits: InputLimits) {
    this.#file = file;
    const builder = new TreeBuilder(roots, {
      rootBegun: (root) => this.#begin(root),
      recordBegun: () => this.#scanner.beginRecord(),
      recordEnded: (record) => this.#take(record),
    });
    this.#scanner = new XmlScanner(builder, limits, file);
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
    const kind = kinds.find((each) => each.root === root.name);
    if (kind === undefined)
      throw new Fault('unknownFormat', { file: this.#file, got: root.name.slice(0, 80), right });
    const version = attribute(root, 'version');
    if (version !== undefined && !/^2(\.|$)/.test(version)) {
      const code = /^[01](\.|$)/.test(version) ? 'oldStandard' : 'unknownFormat';
      throw new Fault(code, { file: this.#file, got: `IATI ${version.slice(0, 20)}`, right: versions });
    }
    this.#kind = kind;
    this.#register = registerFor(kind);
    this.#defaults = {
      language: languageTag(attribute(root, 'xml:lang')),
      currency: attribute(root, 'default-currency'),
    };
  }

  #take(record: Element): void {
    const source = this.#scanner.endRecord();
    this.#count += 1;
    if (this.#kind === undefined || this.#register === undefined) return;
    const where = { number: this.#count, source };
    this.#items.push(readRecord(record, this.#kind, this.#register, this.#defaults, where));
  }
}

/** The register whose records are identified as those of this kind. */
function registerFor(kind: RecordKind): Register {
  const meaning = `iati:${kind.identifier}`;
  const register = allRegisters.find((each) => fieldsMeaning(each, meaning).length > 0);
  if (register === undefined) throw new Error(`no register has a field that means ${meaning}`);
  return register;
}
