/** Who is told about a document as it is read. */
export interface XmlListener {
  /**
   * Whether the element and what stands in it is wanted. What is not wanted is checked all the same, and nothing more is
   * said of it. May be asked twice about one element.
   */
  wants(name: string): boolean;
  /** A wanted element begins on `line`, from 1. `attributes` holds names and values by turns. */
  open(name: string, attributes: readonly string[], line: number): void;
  /**
   * A piece of the text in the innermost wanted element, references resolved. Pieces are cut anywhere; blank ones that
   * follow a tag are left out.
   */
  text(piece: string): void;
  /** The innermost wanted element ends. */
  close(name: string): void;
}
