import type { XmlListener } from './xml-listener.ts';

/** Lets two hear one document: a picky one that wants some elements, and one that wants them all. */
export class BothListeners implements XmlListener {
  readonly #picky: XmlListener;
  readonly #whole: XmlListener;
  /** How many elements are open that the picky one does not want. */
  #unwanted = 0;

  /** @param whole hears of each end before the picky one does. */
  constructor(picky: XmlListener, whole: XmlListener) {
    this.#picky = picky;
    this.#whole = whole;
  }

  wants(): boolean {
    return true;
  }

  open(name: string, attributes: readonly string[], line: number): void {
    if (this.#unwanted > 0 || !this.#picky.wants(name)) this.#unwanted += 1;
    else this.#picky.open(name, attributes, line);
    this.#whole.open(name, attributes, line);
  }

  text(piece: string): void {
    if (this.#unwanted === 0) this.#picky.text(piece);
    this.#whole.text(piece);
  }

  close(name: string): void {
    this.#whole.close(name);
    if (this.#unwanted > 0) this.#unwanted -= 1;
    else this.#picky.close(name);
  }
}
