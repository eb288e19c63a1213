import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';
import { findForbidden } from './internal/characters.ts';
import { scanDeclaration } from './internal/declarations.ts';
import { Malformed } from './internal/malformed.ts';
import { afterPlainLeaf } from './internal/plain-leaf.ts';
import { longestShown, RecordSource } from './internal/record-source.ts';
import { resolveReferences } from './internal/references.ts';
import { SourceLines } from './internal/source-lines.ts';
import { afterSpace, TagScanner } from './internal/tag-scanner.ts';
import { TextScanner } from './internal/text-scanner.ts';
import type { XmlListener } from './xml-listener.ts';

export { longestShown } from './internal/record-source.ts';

const slash = 47;
const lessThan = 60;
const greaterThan = 62;
const exclamation = 33;
const question = 63;

/** Inside what the scanner stands. Names of the marks that end it, but for `content`. */
type State = 'content' | '-->' | ']]>' | '?>';

/**
 * Reads an XML 1.0 document in pieces of text and tells a listener about the elements that it wants.
 *
 * Everything that makes a document well-formed is checked, also in what nobody wants, but for what a DOCTYPE brings:
 * that is refused, so no entity is ever declared or resolved. Prefixes of namespaces are part of the names. Line ends
 * must have been made `\n` before, as `decodeXml` does.
 *
 * Throws Fault `notWellFormed` {line, column, got}, `doctypeRefused` {line}, `unknownFormat` (a page of HTML),
 * `truncated` {line}, `tooDeep`, `cellTooLarge` (one text or one tag) and `rowTooLong` {line, limit}, `emptyFile`; each
 * with {file}.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #limits: InputLimits;
  readonly #file: string;
  readonly #lines = new SourceLines();
  readonly #tags = new TagScanner();
  readonly #texts = new TextScanner();
  readonly #record: RecordSource;
  readonly #open: string[] = [];
  #buffer = '';
  #state: State = 'content';
  #atStart = true;
  #isEmpty = true;
  #rootBegun = false;
  #rootEnded = false;
  /** How many elements were open when the outermost unwanted one began; -1 while all are wanted. */
  #unwantedFrom = -1;
  /** The text since the last tag: its length, where it began, and whether any of it says something. */
  #textLength = 0;
  #textLine = 0;
  #textSays = false;
  /** Where the tag stands of which the listener is being told. */
  #tagFrom = 0;
  #tagTo = 0;
  #recordLine = 0;

  /** @param longestSource how much of a record's source is kept, in characters. */
  constructor(listener: XmlListener, limits: InputLimits, file: string, longestSource = longestShown) {
    this.#record = new RecordSource(longestSource);
    this.#listener = listener;
    this.#limits = limits;
    this.#file = file;
  }

  /** Called from `open`: the element is a record. Its length counts from here, and its source is kept. */
  beginRecord(): void {
    this.#record.begin(this.#tagFrom);
    this.#recordLine = this.#lines.lineAt(this.#buffer, this.#tagFrom);
  }

  /** Called from `close`: the record ends. Gives its source text, as much of it as is kept. */
  endRecord(): string {
    this.#checkRecord(this.#tagTo);
    return this.#record.end(this.#buffer, this.#tagTo);
  }

  write(text: string): void {
    if (text === '') return;
    this.#buffer += text;
    const read = this.#readOn();
    this.#checkRecord(read);
    this.#record.drop(this.#buffer, read);
    this.#lines.drop(this.#buffer, read);
    this.#buffer = this.#buffer.slice(read);
    if (read > 0) this.#atStart = false;
  }

  /** The document ends here. */
  end(): void {
    if (this.#isEmpty && this.#buffer === '') throw new Fault('emptyFile', { file: this.#file });
    const whole = this.#rootEnded && this.#state === 'content' && this.#buffer === '';
    if (!whole) throw this.#fault('truncated', this.#buffer.length);
  }

  /** Reads as far as the buffer allows, and gives the position up to which it need not be kept. */
  #readOn(): number {
    const buffer = this.#buffer;
    let at = 0;
    try {
      while (at < buffer.length) {
        const next =
          this.#state === 'content' ? this.#content(buffer, at) : this.#upTo(this.#state, buffer, at);
        if (next < 0) break;
        at = next;
      }
    } catch (error) {
      throw error instanceof Malformed ? this.#notWellFormed(error.position) : error;
    }
    return at;
  }

  #content(buffer: string, at: number): number {
    if (this.#unwantedFrom >= 0 && this.#textLength === 0) {
      const leaves = this.#plainLeaves(buffer, at);
      if (leaves > at) return leaves;
    }
    if (buffer.charCodeAt(at) !== lessThan) return this.#text(buffer, at);
    this.#isEmpty = false;
    if (at + 1 >= buffer.length) return -1;
    const code = buffer.charCodeAt(at + 1);
    if (code === slash) return this.#endTag(buffer, at);
    if (code !== exclamation && code !== question) return this.#startTag(buffer, at);
    const found = scanDeclaration(buffer, at, this.#atStart && at === 0);
    if (found === undefined) return this.#hold(buffer, at);
    if (found.kind === 'html' && !this.#rootBegun) {
      throw new Fault('unknownFormat', { file: this.#file, got: 'HTML', right: 'XML' });
    }
    if (found.kind === 'doctype' || found.kind === 'html') throw this.#fault('doctypeRefused', at);
    if (found.kind === ']]>' && this.#open.length === 0) throw new Malformed(at);
    this.#state = found.kind;
    return found.end;
  }

  /** In an unwanted part, over the plain elements that follow each other. What is not plain is left to be looked at closely. */
  #plainLeaves(buffer: string, at: number): number {
    if (this.#open.length >= this.#limits.xmlDepth) return at;
    let end = at;
    for (;;) {
      const next = afterPlainLeaf(buffer, end);
      if (next < 0 || next - end > this.#limits.cellCharacters) break;
      end = next;
      this.#textLength = 0;
    }
    return end;
  }

  #startTag(buffer: string, at: number): number {
    const afterName = this.#tags.readName(buffer, at + 1);
    if (afterName < 0) return this.#hold(buffer, at);
    if (this.#rootEnded) throw new Malformed(at);
    const name = this.#tags.name;
    const wanted = this.#unwantedFrom < 0 && this.#listener.wants(name);
    const end = this.#tags.readAttributes(buffer, afterName, wanted);
    if (end < 0) return this.#hold(buffer, at);
    this.#beginTag(at, end);
    if (wanted) this.#record.countElement();
    this.#rootBegun = true;
    if (this.#open.length >= this.#limits.xmlDepth) throw this.#fault('tooDeep', at, this.#limits.xmlDepth);
    if (wanted) this.#listener.open(name, this.#tags.attributes, this.#lines.lineAt(buffer, at));
    if (this.#tags.isEmpty) {
      if (wanted) this.#listener.close(name);
      this.#rootEnded = this.#open.length === 0;
    } else {
      if (!wanted && this.#unwantedFrom < 0) this.#unwantedFrom = this.#open.length;
      this.#open.push(name);
    }
    return end;
  }

  #endTag(buffer: string, at: number): number {
    const name = this.#open.at(-1);
    if (name === undefined) throw new Malformed(at);
    if (!buffer.startsWith(name, at + 2)) {
      if (name.startsWith(buffer.slice(at + 2, at + 2 + name.length))) return this.#hold(buffer, at);
      throw new Malformed(at);
    }
    const end = afterSpace(buffer, at + 2 + name.length);
    if (end >= buffer.length) return this.#hold(buffer, at);
    if (buffer.charCodeAt(end) !== greaterThan) throw new Malformed(at);
    this.#beginTag(at, end + 1);
    this.#open.pop();
    if (this.#unwantedFrom < 0) this.#listener.close(name);
    else if (this.#unwantedFrom === this.#open.length) this.#unwantedFrom = -1;
    this.#rootEnded = this.#open.length === 0;
    return end + 1;
  }

  #beginTag(at: number, end: number): void {
    if (end - at > this.#limits.cellCharacters)
      throw this.#fault('cellTooLarge', at, this.#limits.cellCharacters);
    this.#tagFrom = at;
    this.#tagTo = end;
    this.#textLength = 0;
    this.#textSays = false;
  }

  #text(buffer: string, at: number): number {
    const said = afterSpace(buffer, at);
    if (said < buffer.length && buffer.charCodeAt(said) === lessThan) {
      return this.#takeText(buffer, at, said, false, false);
    }
    const read = this.#texts.read(buffer, at, said);
    if (read === at) return -1;
    const says = said < this.#texts.end;
    if (says && this.#open.length === 0) throw new Malformed(said);
    return this.#takeText(buffer, at, read, this.#texts.references, says);
  }

  #takeText(buffer: string, at: number, end: number, references: boolean, says: boolean): number {
    const limit = this.#limits.cellCharacters;
    // The line is asked for only where the text may turn out too long, or goes on in the next piece.
    if (this.#textLength === 0 && (end - at > limit || end === buffer.length)) {
      this.#textLine = this.#lines.lineAt(buffer, at);
    }
    this.#textLength += end - at;
    if (this.#textLength > limit) {
      throw new Fault('cellTooLarge', { file: this.#file, line: this.#textLine, limit });
    }
    const unheard = this.#unwantedFrom >= 0 || !(says || this.#textSays);
    this.#textSays ||= says;
    if (unheard && !references) return end;
    const piece = buffer.slice(at, end);
    const resolved = references ? resolveReferences(piece) : piece;
    if (typeof resolved === 'number') throw new Malformed(at + resolved);
    if (!unheard) this.#listener.text(resolved);
    return end;
  }

  /** Through a comment, character data or an instruction, to behind the mark that ends it. */
  #upTo(mark: Exclude<State, 'content'>, buffer: string, at: number): number {
    const found = buffer.indexOf(mark === '-->' ? '--' : mark, at);
    const end = found < 0 ? Math.max(at, buffer.length - mark.length + 1) : found;
    const forbidden = findForbidden(buffer.slice(at, end));
    if (forbidden >= 0) throw new Malformed(at + forbidden);
    if (mark === ']]>' && end > at) this.#takeText(buffer, at, end, false, true);
    if (found < 0 || found + mark.length > buffer.length) return end > at ? end : -1;
    if (!buffer.startsWith(mark, found)) throw new Malformed(found);
    this.#state = 'content';
    return found + mark.length;
  }

  /** The buffer ends within a mark: it is kept until more has come, but not without end. */
  #hold(buffer: string, at: number): number {
    const limit = this.#limits.cellCharacters;
    if (buffer.length - at > limit) throw this.#fault('cellTooLarge', at, limit);
    return -1;
  }

  #checkRecord(position: number): void {
    const limit = this.#limits.rowCharacters;
    if (this.#record.lengthAt(position) > limit) {
      throw new Fault('rowTooLong', { file: this.#file, line: this.#recordLine, limit });
    }
  }

  #notWellFormed(position: number): Fault {
    const line = this.#lines.lineAt(this.#buffer, position);
    const column = this.#lines.columnOf(position);
    const got = this.#buffer.slice(position, position + 40).split('\n', 1)[0] ?? '';
    return new Fault('notWellFormed', { file: this.#file, line, column, got });
  }

  #fault(
    code: 'truncated' | 'doctypeRefused' | 'tooDeep' | 'cellTooLarge',
    position: number,
    limit?: number,
  ): Fault {
    const line = this.#lines.lineAt(this.#buffer, position);
    return new Fault(code, { file: this.#file, line, ...(limit === undefined ? {} : { limit }) });
  }
}
