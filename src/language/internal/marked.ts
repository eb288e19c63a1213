/** A piece of a text, marked or not. The pieces of one text joined give the text. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

/** A place in a text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts `text` from `from` to `to` into pieces; spans are in order of `start` and may overlap or lie outside. */
export function markSpans(text: string, spans: readonly Span[], from: number, to: number): readonly Marked[] {
  const pieces: Marked[] = [];
  let done = from;
  let open: { start: number; end: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    if (open.start > done) pieces.push({ text: text.slice(done, open.start), hit: false });
    pieces.push({ text: text.slice(open.start, open.end), hit: true });
    done = open.end;
  };
  for (const span of spans) {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, to);
    if (start >= end) continue;
    if (open !== undefined && start <= open.end) {
      open.end = Math.max(open.end, end);
      continue;
    }
    close();
    open = { start, end };
  }
  close();
  if (done < to) pieces.push({ text: text.slice(done, to), hit: false });
  return pieces;
}
