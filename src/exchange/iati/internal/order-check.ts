import type { Shape } from '../standard/shape.ts';

/** Whether the parts of a record stand in the order of the standard, told one after the other. */
export class OrderCheck {
  readonly #shape: Shape;
  #place = -1;
  inOrder = true;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  begin(): void {
    this.#place = -1;
    this.inOrder = true;
  }

  next(name: string): void {
    const place = placeIn(this.#shape, name);
    if (place === undefined) return;
    if (place < this.#place) this.inOrder = false;
    this.#place = place;
  }
}

/** Where an element stands among its brothers; foreign ones where the standard lets them. Undefined for one that it does not know. */
export function placeIn(shape: Shape, name: string): number | undefined {
  const child = shape.childNamed.get(name);
  if (child !== undefined) return child.position;
  return name.includes(':') ? shape.foreignElementsAt - 0.5 : undefined;
}
