/** Lines of a text that passes by in pieces, counted only as far as somebody asks. Line ends are `\n` alone. */
export class SourceLines {
  #line = 1;
  /** Position in the present buffer up to which lines have been counted. */
  #counted = 0;
  /** Where the present line begins in the buffer; negative when it began in a part that is gone. */
  #lineStart = 0;
  /** Where the present line ends: the length of the buffer while no end is in sight. */
  #lineEnd = -1;

  /** The line of a position, from 1. Positions must be asked for in rising order. */
  lineAt(buffer: string, position: number): number {
    if (this.#lineEnd < 0) this.#lineEnd = endOfLine(buffer, this.#counted);
    while (this.#lineEnd < position) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = endOfLine(buffer, this.#lineStart);
    }
    if (position > this.#counted) this.#counted = position;
    return this.#line;
  }

  /** The column of a position on the line last asked for, from 1, in UTF-16 units. */
  columnOf(position: number): number {
    return position - this.#lineStart + 1;
  }

  /** The buffer loses its first `length` characters and then grows at its end. */
  drop(buffer: string, length: number): void {
    this.lineAt(buffer, length);
    this.#counted -= length;
    this.#lineStart -= length;
    this.#lineEnd = -1;
  }
}

function endOfLine(buffer: string, from: number): number {
  const end = buffer.indexOf('\n', from);
  return end < 0 ? buffer.length : end;
}
