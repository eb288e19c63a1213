/** A piece of a line. */
export interface Run {
  readonly text: string;
  /** Where it is not the language of the document (BCP 47). */
  readonly lang?: string;
  readonly strong?: true;
  /** An address. */
  readonly href?: string;
  /** Stands before the text: the colour of a state, `#rrggbb`. */
  readonly dot?: string;
  /** Numbers of notes, from 1, that stand behind the text. */
  readonly notes?: readonly number[];
  /** Instead of text: the mark of a footnote. */
  readonly footnote?: FootnoteMark;
}

export interface FootnoteMark {
  /** Of the footnote, from 1. */
  readonly number: number;
  /** Whether the note is to stand at the foot of this page: where the mark is the first of its section, or of the document. */
  readonly stands?: 'inSection' | 'inDocument';
}

export type Line = readonly Run[];

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
  /** How wide each column is beside the others. */
  readonly widths: readonly number[];
  /** Columns of numbers, from 0: set at the end of the line. */
  readonly numeric: readonly number[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly pageBreak?: true }
  | { readonly kind: 'measure'; readonly number: string; readonly title: Run; readonly state: Line }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly quiet?: true }
  /** `dated`: entries that begin with their day, of which there may be thousands. */
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly dated?: true }
  /** A few numbers at a glance. */
  | {
      readonly kind: 'figures';
      readonly items: readonly { readonly value: string; readonly label: string }[];
    }
  | Picture
  | Table;

export interface Picture {
  readonly kind: 'picture';
  readonly svg: string;
  /** In the units of the SVG. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

/** A document in one language, ready to be set: no format and no word is left to be decided. */
export interface Document {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly site: string;
  readonly title: string;
  readonly subtitle: string;
  /** Under the title: what the document is about, as of when, made when. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Set across every page of what is not final. */
  readonly watermark?: string;
  /** Of the list of contents. */
  readonly contents: string;
  /** `{page}` and `{pages}` stand for numbers. */
  readonly foot: string;
  readonly blocks: readonly Block[];
  /** Heading of the notes, and the notes in the order of their numbers. */
  readonly notesTitle: string;
  readonly notes: readonly Line[];
  /** What countries hold against words and labels used here: at the foot of pages, and all of them at the end, in the order of their numbers. */
  readonly footnotesTitle: string;
  readonly footnotes: readonly Line[];
}
