import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Arguments that choose among forms (`select`), with the names of the forms: what matches none of them is `other`. */
export type Choices = ReadonlyMap<string, ReadonlySet<string>>;

/** ICU element type of `select`, as the parser numbers them. */
const select = 5;

/** The choices of a message, those inside plural and select forms included; of an argument that chooses twice all forms. */
export function choicesOf(ast: Ast, found = new Map<string, Set<string>>()): Choices {
  for (const element of ast) {
    if (!('options' in element) || element.options === undefined) continue;
    if (element.type === select) {
      const forms = found.get(element.value) ?? new Set();
      for (const form of Object.keys(element.options)) if (form !== 'other') forms.add(form);
      found.set(element.value, forms);
    }
    for (const option of Object.values(element.options)) choicesOf(option.value, found);
  }
  return found;
}
