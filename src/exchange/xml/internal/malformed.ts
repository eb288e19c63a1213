/** The document is not well-formed at this position of the buffer. Never leaves the room: the scanner makes a Fault of it. */
export class Malformed extends Error {
  readonly position: number;

  constructor(position: number) {
    super('not well-formed');
    this.position = position;
  }
}
