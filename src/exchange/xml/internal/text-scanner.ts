import { characterMarks, space } from './characters.ts';
import { Malformed } from './malformed.ts';
import { longestReference } from './references.ts';

const ampersand = 38;
const lessThan = 60;
const greaterThan = 62;

// A sticky pattern is compiled to machine code that runs through plain text several times as fast as a loop over
// characters; what it does not match is read character by character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that stop the quick way.
const plain = /[^<>&\0-\x08\x0b-\x1f\ufffe\uffff]*/y;

/** Reads the text between two tags; what was found stands in its fields until the next text is read. */
export class TextScanner {
  /** Where the next tag begins, or the buffer ends. */
  end = 0;
  /** Whether references stand in the text, such as `&amp;`. */
  references = false;

  /**
   * Reads on from `from` in a text that began at `at`, and gives how far it may be taken: at most up to `end`, and not into
   * what a cut between two pieces may have torn apart. Throws Malformed for a character that may not stand there.
   */
  read(buffer: string, at: number, from: number): number {
    plain.lastIndex = from;
    plain.test(buffer);
    let i = plain.lastIndex;
    let references = false;
    for (; i < buffer.length; i += 1) {
      const code = buffer.charCodeAt(i);
      if (code === lessThan) break;
      if (code === ampersand) references = true;
      else if (code === greaterThan ? buffer.startsWith(']]', i - 2) && i - 2 >= at : !isPlain(code)) {
        throw new Malformed(i);
      }
    }
    this.end = i;
    this.references = references;
    return i < buffer.length ? i : endOfWholeText(buffer, at, references);
  }
}

function isPlain(code: number): boolean {
  return code >= 32 ? code < 0xfffe : characterMarks[code] === space;
}

/** How far a text may be taken that goes on in the next piece: not into a reference or a `]]>` that may be cut in two. */
function endOfWholeText(buffer: string, at: number, references: boolean): number {
  const length = buffer.length;
  const last = references ? buffer.lastIndexOf('&') : -1;
  if (last >= at && length - last < longestReference && !buffer.includes(';', last)) return last;
  if (!buffer.endsWith(']')) return length;
  return Math.max(at, buffer.endsWith(']]') ? length - 2 : length - 1);
}
