import { characterMarks, isXmlName, namePart, nameStart, space } from './characters.ts';
import { Malformed } from './malformed.ts';
import { NameCache } from './name-cache.ts';
import { resolveReferences } from './references.ts';

const quotes = { double: 34, single: 39 } as const;
const equals = 61;
const slash = 47;
const greaterThan = 62;
const lessThan = 60;
const ampersand = 38;

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that stop the quick way.
const plain = /(?:[ \t\n]+[A-Za-z_][\w:.-]*="[^"<&\0-\x1f\ufffe\uffff]*")?[ \t\n]*\/?>/y;

/** Beyond this many attributes a set looks for twins; below it, going through the list is quicker. */
const fewAttributes = 12;

/** Shared by all tags without attributes, of which there are very many. */
const none: readonly string[] = [];

/**
 * Reads the inside of start tags. Every method takes a position and gives the position after what it read, or -1 when
 * the buffer ends before that; then nothing has happened, and the caller tries again with more. Throws `Malformed`.
 */
export class TagScanner {
  /** The name read last. */
  name = '';
  /** Names and values by turns, of the attributes read last; empty unless they were asked for. */
  attributes: readonly string[] = none;
  /** Whether the tag read last was `<a/>`. */
  isEmpty = false;
  readonly #cache = new NameCache();
  readonly #seen: string[] = [];
  /** Attributes of the present tag as they are read, then copied: an array that grew has room for many more than most tags have. */
  readonly #scratch: string[] = [];
  #kept = 0;

  readName(buffer: string, at: number): number {
    const length = buffer.length;
    let i = at;
    let hash = 0;
    let foreign = false;
    for (; i < length; i += 1) {
      const code = buffer.charCodeAt(i);
      if (code < 128) {
        if (((characterMarks[code] ?? 0) & namePart) === 0) break;
        hash = (hash * 31 + code) | 0;
      } else foreign = true;
    }
    if (i >= length) return -1;
    if (i === at || (characterMarks[buffer.charCodeAt(at)] ?? nameStart) !== (nameStart | namePart)) {
      if (!(foreign && buffer.charCodeAt(at) >= 128)) throw new Malformed(at);
    }
    this.name = this.#cache.read(buffer, at, i, hash ^ (hash >>> 10));
    if (foreign && !isXmlName(this.name)) throw new Malformed(at);
    return i;
  }

  /** From behind the element's name to behind the `>`; the attributes are kept only when they are `wanted`. */
  readAttributes(buffer: string, at: number, wanted: boolean): number {
    if (buffer.charCodeAt(at) === greaterThan) {
      this.isEmpty = false;
      this.attributes = none;
      return at + 1;
    }
    if (!wanted && this.#readPlain(buffer, at)) return plain.lastIndex;
    const length = buffer.length;
    const element = this.name;
    this.#kept = 0;
    this.#seen.length = 0;
    for (let i = at; ; ) {
      const gap = i;
      i = afterSpace(buffer, i);
      if (i >= length) return -1;
      const code = buffer.charCodeAt(i);
      if (code === greaterThan || code === slash) {
        const end = this.#endOfTag(buffer, i, code);
        this.attributes = this.#kept === 0 ? none : this.#scratch.slice(0, this.#kept);
        this.name = element;
        return end;
      }
      if (i === gap) throw new Malformed(i);
      const quoted = this.#beforeValue(buffer, i);
      if (quoted < 0) return -1;
      const end = this.#value(buffer, quoted, wanted);
      if (end < 0) return -1;
      i = end;
    }
  }

  /** Over what stands most often in a tag that nobody wants: nothing, or one attribute without anything remarkable. */
  #readPlain(buffer: string, at: number): boolean {
    plain.lastIndex = at;
    if (!plain.test(buffer)) return false;
    this.isEmpty = buffer.charCodeAt(plain.lastIndex - 2) === slash;
    return true;
  }

  #endOfTag(buffer: string, at: number, code: number): number {
    this.isEmpty = code === slash;
    if (!this.isEmpty) return at + 1;
    if (at + 1 >= buffer.length) return -1;
    if (buffer.charCodeAt(at + 1) !== greaterThan) throw new Malformed(at + 1);
    return at + 2;
  }

  /** Over an attribute's name and the equals sign, to the opening quote. */
  #beforeValue(buffer: string, at: number): number {
    const afterName = this.readName(buffer, at);
    if (afterName < 0) return -1;
    const sign = afterSpace(buffer, afterName);
    if (sign >= buffer.length) return -1;
    if (buffer.charCodeAt(sign) !== equals) throw new Malformed(sign);
    const quote = afterSpace(buffer, sign + 1);
    if (quote >= buffer.length) return -1;
    const code = buffer.charCodeAt(quote);
    if (code !== quotes.double && code !== quotes.single) throw new Malformed(quote);
    if (this.#isTwin(this.name)) throw new Malformed(at);
    return quote;
  }

  #value(buffer: string, quote: number, wanted: boolean): number {
    const length = buffer.length;
    const closing = buffer.charCodeAt(quote);
    let references = false;
    let spaces = false;
    let i = quote + 1;
    for (; i < length; i += 1) {
      const code = buffer.charCodeAt(i);
      if (code === closing) break;
      if (code === ampersand) references = true;
      else if (code === lessThan || code >= 0xfffe) throw new Malformed(i);
      else if (code < 32) {
        if (characterMarks[code] !== space) throw new Malformed(i);
        spaces = true;
      }
    }
    if (i >= length) return -1;
    if (!wanted && !references) return i + 1;
    const value = spaces ? buffer.slice(quote + 1, i).replace(/[\t\n\r]/g, ' ') : buffer.slice(quote + 1, i);
    const resolved = references ? resolveReferences(value) : value;
    if (typeof resolved === 'number') throw new Malformed(quote + 1 + resolved);
    if (!wanted) return i + 1;
    this.#scratch[this.#kept] = this.name;
    this.#scratch[this.#kept + 1] = resolved;
    this.#kept += 2;
    return i + 1;
  }

  #isTwin(name: string): boolean {
    const seen = this.#seen;
    // A tag with many attributes is hostile or broken: a set keeps it from taking quadratic time.
    if (seen.length === fewAttributes) this.#many = new Set(seen);
    if (seen.length < fewAttributes) {
      if (seen.includes(name)) return true;
    } else {
      if (this.#many.has(name)) return true;
      this.#many.add(name);
    }
    seen.push(name);
    return false;
  }

  #many = new Set<string>();
}

/** The first position from `at` on that is not white space; the length of the buffer where there is none. */
export function afterSpace(buffer: string, at: number): number {
  let i = at;
  while (i < buffer.length && characterMarks[buffer.charCodeAt(i)] === space) i += 1;
  return i;
}
