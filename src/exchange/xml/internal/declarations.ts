import { isXmlName } from './characters.ts';
import { Malformed } from './malformed.ts';

/** What begins with `<!` or `<?`: by the mark that ends it, or what is refused. */
export interface Declaration {
  readonly kind: '-->' | ']]>' | '?>' | 'doctype' | 'html';
  /** Position after the opening mark. */
  readonly end: number;
}

const comment = '<!--';
const characterData = '<![CDATA[';
const doctype = '<!DOCTYPE';
const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;

/**
 * Tells what begins at `at`. Undefined when the buffer ends before that is clear.
 * @param first whether this is the very beginning of the document, the only place for `<?xml …?>`.
 * @throws Malformed
 */
export function scanDeclaration(buffer: string, at: number, first: boolean): Declaration | undefined {
  if (buffer.charCodeAt(at + 1) === 63) return instruction(buffer, at, first);
  if (buffer.startsWith(comment, at)) return { kind: '-->', end: at + comment.length };
  if (buffer.startsWith(characterData, at)) return { kind: ']]>', end: at + characterData.length };
  const beginning = buffer.slice(at, at + doctype.length);
  if (beginning.toUpperCase() === doctype) return documentType(buffer, at);
  if (at + beginning.length < buffer.length || beginning.length === doctype.length) throw new Malformed(at);
  if (![comment, characterData, doctype].some((mark) => mark.startsWith(beginning.toUpperCase()))) {
    throw new Malformed(at);
  }
  return undefined;
}

function documentType(buffer: string, at: number): Declaration | undefined {
  const named = /^\s+([^\s>[]+)[\s>[]/.exec(buffer.slice(at + doctype.length, at + doctype.length + 80));
  if (named === null && buffer.length - at < doctype.length + 80) return undefined;
  return { kind: named?.[1]?.toLowerCase() === 'html' ? 'html' : 'doctype', end: at };
}

function instruction(buffer: string, at: number, first: boolean): Declaration | undefined {
  const target = /^<\?([^\s?]+)([\s?])([\s\S]?)/.exec(buffer.slice(at, at + 300));
  if (target === null || target[3] === '') {
    if (buffer.length - at < 300 && !/^<\?[\s?]/.test(buffer.slice(at, at + 3))) return undefined;
    throw new Malformed(at);
  }
  const [, name = '', mark, next] = target;
  if (!isXmlName(name) || (mark === '?' && next !== '>')) throw new Malformed(at);
  if (name.toLowerCase() !== 'xml') return { kind: '?>', end: at + 2 + name.length };
  const end = buffer.indexOf('?>', at);
  if (end < 0 && buffer.length - at < 1_000) return undefined;
  if (!first || !xmlDeclaration.test(buffer.slice(at, end + 2))) throw new Malformed(at);
  return { kind: '?>', end };
}
