import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
export type ArgumentKind = 'argument' | 'number' | 'date' | 'time' | 'select' | 'plural';

/** ICU element types as the parser numbers them; 0 is text, 7 the `#` of a plural. */
const kinds: Readonly<Record<number, ArgumentKind>> = {
  1: 'argument',
  2: 'number',
  3: 'date',
  4: 'time',
  5: 'select',
  6: 'plural',
};

/** The arguments of a message with their kinds, those inside plural and select forms included. */
export function argumentsOf(ast: Ast, found = new Map<string, ArgumentKind>()): Map<string, ArgumentKind> {
  for (const element of ast) {
    const kind = kinds[element.type];
    if (kind !== undefined && 'value' in element && typeof element.value === 'string') {
      if (kind !== 'argument' || !found.has(element.value)) found.set(element.value, kind);
    }
    if ('options' in element && element.options !== undefined) {
      for (const option of Object.values(element.options)) argumentsOf(option.value, found);
    }
  }
  return found;
}
