import type { Shape } from '../../standard/shape.ts';

/** An element that has begun, and how far its children have come in the order of the standard. */
export class OpenElement {
  name = '';
  line = 0;
  /** Undefined where the standard says nothing of it. */
  shape: Shape | undefined;
  /** Place in the order of the children, and how many stood at that place. */
  position = 0;
  count = 0;
  /** Places of children that were said to be missing: when one comes later it is not blamed again. */
  readonly blamed = new Set<number>();
  /** Kept only where its type is to be checked. */
  text = '';
  /** Whether text was found where none may stand. */
  hasText = false;

  begin(name: string, line: number): void {
    this.name = name;
    this.line = line;
    this.position = 0;
    this.count = 0;
    if (this.blamed.size > 0) this.blamed.clear();
    this.text = '';
    this.hasText = false;
  }

  /** Names of the children that must stand before the place and have not come; each is named only once. */
  missingBefore(shape: Shape, place: number): readonly string[] {
    let missing: string[] | undefined;
    for (let at = this.position; at < place; at += 1) {
      const child = shape.children[at];
      if (child === undefined || child.min === 0 || this.blamed.has(at)) continue;
      if (at === this.position && this.count > 0) continue;
      this.blamed.add(at);
      missing ??= [];
      missing.push(child.shape.name);
    }
    return missing ?? none;
  }
}

const none: readonly string[] = [];
