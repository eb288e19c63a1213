import type { Shape } from '../../standard/shape.ts';
import { checkAttributes } from './check-attributes.ts';
import { isOfType } from './data-types.ts';
import { Namespaces } from './namespaces.ts';
import { OpenElement } from './open-element.ts';
import type { StructureCode, StructureReport } from './structure-report.ts';

/** Characters of a value that are repeated in a finding. */
const shown = 80;

/**
 * Follows a document element by element and says where it leaves the standard: what stands where it must not, what is
 * missing, what is of the wrong type. Says the same as the standard's own schemas, and goes on after each mistake.
 *
 * Hears of elements as a scanner tells of them; keeps nothing but the elements that are open, so that the size of the
 * document makes no difference. What stands inside elements of other namespaces is nobody's business here.
 */
export class StructureChecker {
  readonly #root: Shape;
  readonly #report: StructureReport;
  readonly #namespaces = new Namespaces();
  /** Open elements, outermost first; those above `#depth` are kept to be used again. */
  readonly #open: OpenElement[] = [];
  #depth = 0;

  /** @param around attributes of what the root stands in, names and values by turns: they may declare prefixes. */
  constructor(root: Shape, report: StructureReport, around: readonly string[] = []) {
    this.#root = root;
    this.#report = report;
    this.#namespaces.enter(-1, around);
  }

  /** An element begins. `attributes` holds names and values by turns. */
  open(name: string, attributes: readonly string[], line: number): void {
    const depth = this.#depth;
    const parent = depth === 0 ? undefined : this.#open[depth - 1];
    if (parent !== undefined && parent.text !== '') this.#sayText(parent);
    if (attributes.length > 0) this.#namespaces.enter(depth, attributes);
    const element = this.#open[depth] ?? new OpenElement();
    this.#open[depth] = element;
    this.#depth += 1;
    element.begin(name, line);
    element.shape = depth === 0 ? this.#root : this.#shapeIn(parent, name);
    if (element.shape !== undefined) checkAttributes(element.shape, attributes, this.#namespaces, this.#say);
  }

  /** Text in the innermost element. */
  text(piece: string): void {
    const element = this.#open[this.#depth - 1];
    const content = element?.shape?.content;
    if (element === undefined || content === undefined || content === 'string' || content === 'anything')
      return;
    if (content !== 'elements') element.text += piece;
    else if (element.text.length < shown && !element.hasText) element.text += piece.slice(0, shown);
  }

  /** Text came before this, where none may stand: said once for each element, however its pieces were cut. */
  #sayText(element: OpenElement): void {
    if (element.text === '' || element.hasText || element.shape?.content !== 'elements') return;
    if (!/[^ \t\n\r]/.test(element.text)) return;
    element.hasText = true;
    this.#say('textNotAllowed', { got: element.text.trim().slice(0, shown) });
  }

  /** The innermost element ends. */
  close(): void {
    const element = this.#open[this.#depth - 1];
    const shape = element?.shape;
    if (element !== undefined && shape !== undefined) {
      if (shape.content === 'elements') {
        this.#sayText(element);
        this.#checkMissing(element, shape);
      } else if (shape.content !== 'anything' && !isOfType(element.text, shape.content)) {
        this.#say('valueOfType', { got: element.text.trim().slice(0, shown), right: shape.content });
      }
    }
    this.#depth -= 1;
    if (this.#namespaces.hasDeclarations) this.#namespaces.leave(this.#depth);
  }

  /** What the child is that begins now, told by its place; undefined where nothing is known of it. */
  #shapeIn(parent: OpenElement | undefined, name: string): Shape | undefined {
    const shape = parent?.shape;
    if (parent === undefined || shape === undefined || shape.content === 'anything') return undefined;
    if (shape.content !== 'elements') {
      this.#sayOf(this.#depth - 1, 'elementNotAllowed', { got: name, right: shape.content });
      return undefined;
    }
    const foreign = this.#isForeign(name);
    const same = shape.children[parent.position];
    // Mostly the next of several, at the place that the last one had.
    const child = foreign ? undefined : same?.shape.name === name ? same : shape.childNamed.get(name);
    if (child !== undefined) {
      const repeated = parent.position === child.position && parent.count >= child.max;
      if (repeated) this.#say('elementRepeated');
      else this.#move(parent, shape, child.position);
      parent.count += 1;
      return child.shape;
    }
    if (!foreign) this.#say('elementUnknown', { right: namesOf(shape) });
    else this.#placeForeign(parent, shape);
    return undefined;
  }

  /** Moves on in the order of the standard to where the child belongs, and says what was left out or has been passed. */
  #move(parent: OpenElement, shape: Shape, to: number): void {
    if (to < parent.position) {
      const stands = shape.children[parent.position]?.shape.name;
      if (parent.blamed.has(to)) parent.blamed.delete(to);
      else if (stands === undefined) this.#say('elementBehindForeign');
      else this.#say('elementMisplaced', { right: stands });
      parent.count -= 1;
      return;
    }
    const missing = parent.missingBefore(shape, to);
    if (missing.length > 0) this.#say('elementsExpected', { right: missing.join(', ') });
    if (to > parent.position) parent.count = 0;
    parent.position = to;
  }

  #placeForeign(parent: OpenElement, shape: Shape): void {
    const at = shape.foreignElementsAt;
    if (parent.position > at || (parent.position === at && parent.count > 0 && at < shape.children.length)) {
      this.#say('elementMisplaced', { right: shape.children[at]?.shape.name ?? '' });
      return;
    }
    this.#move(parent, shape, at);
  }

  #checkMissing(element: OpenElement, shape: Shape): void {
    if (element.position >= shape.children.length) return;
    const missing = element.missingBefore(shape, shape.children.length);
    if (missing.length > 0) this.#say('elementsMissing', { right: missing.join(', ') });
  }

  /** Whether the element bears a namespace, all of which are none of the standard's. */
  #isForeign(name: string): boolean {
    const colon = name.indexOf(':');
    if (colon < 0) return this.#namespaces.hasDeclarations && this.#namespaces.find('') !== '';
    return this.#namespaces.find(name.slice(0, colon)) !== undefined;
  }

  /** Says something of the innermost element, or of one of its attributes. */
  readonly #say = (
    code: StructureCode,
    params: Readonly<Record<string, string>> = {},
    attribute?: string,
  ): void => this.#sayOf(this.#depth, code, params, attribute);

  #sayOf(
    depth: number,
    code: StructureCode,
    params: Readonly<Record<string, string>>,
    attribute?: string,
  ): void {
    const path = this.#open.slice(0, depth).map(({ name }) => name);
    const line = this.#open[depth - 1]?.line ?? 1;
    this.#report({ code, path, line, params, ...(attribute === undefined ? {} : { attribute }) });
  }
}

function namesOf(shape: Shape): string {
  return shape.children.map(({ shape: { name } }) => name).join(', ');
}
