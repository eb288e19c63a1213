import { Fault } from '../../../kernel/fault.ts';
import { type Element, textOfChild } from '../../xml/element.ts';
import type { TreeEvents } from '../../xml/tree-builder.ts';
import type { XmlListener } from '../../xml/xml-listener.ts';
import { normalIdentifier } from '../internal/identifier.ts';
import { rootShape, type StandardRoot, standardRoots } from '../standard/shape.ts';
import { findVersion, type StandardVersion, standardVersions } from '../standard/version.ts';
import type { CheckOptions } from './check-file.ts';
import { meaningOf, type Standard, standardAt } from './check-record.ts';
import { checkRootCodes } from './codelists/check-codes.ts';
import { RecordTree } from './record-tree.ts';
import { rawAttribute } from './rules/xpath/steps.ts';
import { ofCode, ofRecord, ofStructure, type StandardFinding } from './standard-finding.ts';
import { StructureChecker } from './structure/structure-checker.ts';

/** Who reads along hears of the same trees; undefined is a record that was too large to be held. */
interface ReadAlong extends Omit<TreeEvents, 'recordEnded'> {
  recordEnded(record: Element | undefined): void;
}

/**
 * Hears a document from a scanner and says, record by record, where it leaves the standard. The tree of a record that
 * rules and codes are held against is lent to whoever reads along: it is built once.
 */
export class DocumentChecker implements XmlListener {
  /** Records that have begun. */
  records = 0;
  readonly #file: string;
  readonly #options: CheckOptions;
  readonly #along: ReadAlong | undefined;
  readonly #tree: RecordTree;
  readonly #identifiers = new Set<string>();
  #structure: StructureChecker | undefined;
  #root: StandardRoot | undefined;
  #standard: Standard | undefined;
  #recordName = '';
  #isRecord = false;
  #depth = 0;
  /** Beginning of the present record, and what its structure gave rise to. */
  #record = { name: '', line: 1 };
  #findings: StandardFinding[] = [];

  /** @param along hears of each part after what is wrong with it has been told. */
  constructor(file: string, options: CheckOptions, along?: ReadAlong) {
    this.#along = along;
    this.#file = file;
    this.#options = options;
    this.#tree = new RecordTree(options.limits.rowCharacters);
  }

  /** What the root says the file is. Throws `emptyFile` where there was none. */
  begun(): { readonly root: StandardRoot; readonly version: StandardVersion } {
    if (this.#root === undefined || this.#standard === undefined) {
      throw new Fault('emptyFile', { file: this.#file });
    }
    return { root: this.#root, version: this.#standard.version };
  }

  wants(): boolean {
    return true;
  }

  open(name: string, attributes: readonly string[], line: number): void {
    if (this.#depth === 0) this.#begin({ name, attributes, children: [], text: '', line });
    if (this.#depth === 1) this.#beginRecord(name, line);
    if (this.#depth === 2 && this.#isRecord) this.#along?.partBegun?.(name);
    this.#structure?.open(name, attributes, line);
    if (this.#depth > 0) this.#tree.open(name, attributes, line);
    else this.#tellOfRoot();
    this.#depth += 1;
  }

  text(piece: string): void {
    this.#structure?.text(piece);
    if (this.#depth > 1) this.#tree.text(piece);
  }

  close(): void {
    this.#structure?.close();
    this.#depth -= 1;
    if (this.#depth > 0) this.#tree.close();
    if (this.#depth === 1) this.#endRecord();
    if (this.#depth === 0) this.#tellOfRoot();
  }

  #begin(root: Element): void {
    this.#along?.rootBegun(root);
    const kind = Object.keys(standardRoots).find((name): name is StandardRoot => name === root.name);
    if (kind === undefined) {
      const right = Object.keys(standardRoots).join(', ');
      throw new Fault('unknownFormat', { file: this.#file, got: root.name.slice(0, 80), right });
    }
    const named = rawAttribute(root, 'version')?.trim();
    if (named !== undefined && /^[01](\.|$)/.test(named)) {
      const right = standardVersions.join(', ');
      throw new Fault('oldStandard', { file: this.#file, got: `IATI ${named.slice(0, 20)}`, right });
    }
    const { tables, now } = this.#options;
    const version = findVersion(named) ?? '2.03';
    this.#root = kind;
    this.#recordName = kind === 'iati-activities' ? 'iati-activity' : 'iati-organisation';
    this.#standard = standardAt(version, tables, now);
    this.#tell(
      checkRootCodes(root, tables).map((problem) => ofCode(problem, root.name)),
      undefined,
    );
    this.#structure = new StructureChecker(rootShape(kind, version), (problem) => {
      this.#findings.push(ofStructure(problem));
      if (this.#findings.length > this.#most * 8) this.#findings = firstOf(this.#findings, this.#most);
    });
  }

  #beginRecord(name: string, line: number): void {
    this.#isRecord = name === this.#recordName;
    this.#record = { name, line };
    this.#tree.clear();
    if (!this.#isRecord) return;
    this.records += 1;
    this.#along?.recordBegun();
  }

  #endRecord(): void {
    if (!this.#isRecord) {
      this.#tellOfRoot();
      return;
    }
    const { record } = this.#tree;
    const findings = this.#findings;
    this.#findings = [];
    if (record === undefined || this.#standard === undefined) {
      const limit = this.#options.limits.rowCharacters;
      findings.push(ofRecord('recordTooLarge', this.#record, { limit }));
    } else {
      for (const one of meaningOf(record, this.#standard, this.#most)) findings.push(one);
    }
    const identifier = record === undefined ? undefined : this.#identifierOf(record, findings);
    const short = identifier?.slice(0, 200);
    const about = { number: this.records, ...(short === undefined ? {} : { identifier: short }) };
    this.#tell(firstOf(findings, this.#most), about);
    this.#along?.recordEnded(record);
  }

  get #most(): number {
    return this.#options.mostPerRecord ?? Number.POSITIVE_INFINITY;
  }

  /** What the record calls itself; finds fault where another one of the file does too. */
  #identifierOf(record: Element, findings: StandardFinding[]): string | undefined {
    const identifier =
      textOfChild(record, 'iati-identifier') ?? textOfChild(record, 'organisation-identifier');
    if (identifier === undefined) return undefined;
    const key = normalIdentifier(identifier);
    if (this.#identifiers.has(key)) {
      findings.push(ofRecord('ruleDuplicateIdentifier', record, { got: identifier.slice(0, 80) }));
    }
    // A copy: a slice would keep the piece of the file that it was cut from, and all slices together the whole file.
    this.#identifiers.add(Buffer.from(key).toString());
    return identifier;
  }

  /** What was found outside all records. */
  #tellOfRoot(): void {
    this.#tell(this.#findings, undefined);
    this.#findings = [];
  }

  #tell(findings: readonly StandardFinding[], record: StandardFinding['record'] | undefined): void {
    for (const one of findings) this.#options.onFinding(record === undefined ? one : { ...one, record });
  }
}

/** Those on the first lines, in the order of lines. */
function firstOf(findings: StandardFinding[], most: number): StandardFinding[] {
  findings.sort((a, b) => a.line - b.line);
  return findings.length > most ? findings.slice(0, most) : findings;
}
