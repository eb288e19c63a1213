const builtIn: Readonly<Record<string, string>> = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};

/** Attributes of this namespace speak to the program that checks; they may stand anywhere. */
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Which prefix stands for which namespace at a place of the document. Most documents declare a few on the root alone. */
export class Namespaces {
  readonly #scopes: { readonly depth: number; readonly prefix: string; readonly name: string }[] = [];

  /** Takes in what the attributes of an element at this depth declare. */
  enter(depth: number, attributes: readonly string[]): void {
    for (let i = 0; i < attributes.length; i += 2) {
      const attribute = attributes[i] ?? '';
      if (!isDeclaration(attribute)) continue;
      this.#scopes.push({ depth, prefix: attribute.slice(6), name: attributes[i + 1] ?? '' });
    }
  }

  /** The element at this depth has ended, and with it what it declared. */
  leave(depth: number): void {
    while (this.#scopes.length > 0 && (this.#scopes.at(-1)?.depth ?? 0) >= depth) this.#scopes.pop();
  }

  /** The namespace that the prefix stands for; `''` is the default one, and no namespace at all is `''` too. */
  find(prefix: string): string | undefined {
    for (let i = this.#scopes.length - 1; i >= 0; i -= 1) {
      const scope = this.#scopes[i];
      if (scope?.prefix === prefix) return scope.name;
    }
    return prefix === '' ? '' : builtIn[prefix];
  }

  /** Where nothing was declared, a name without a prefix has no namespace. */
  get hasDeclarations(): boolean {
    return this.#scopes.length > 0;
  }
}

/** Whether the attribute declares a namespace: `xmlns` or `xmlns:…`. */
export function isDeclaration(attribute: string): boolean {
  // Hardly any attribute begins with an x: to look at one letter is quicker than to ask for five.
  if (attribute.charCodeAt(0) !== 120) return false;
  return attribute.startsWith('xmlns') && (attribute.length === 5 || attribute[5] === ':');
}
