const attributes = '(?:\\s+[^\\s=]+\\s*=\\s*(?:"[^"]*"|\'[^\']*\'))*\\s*';
/** Comments, character data and instructions: what looks like an element in them is none. */
const notElements = '<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<\\?[^]*?\\?>';

/**
 * The source of a record without its parts of these names, cut out of the text. Undefined where that cannot be done with
 * certainty: where a part holds what could hide its own end, or parts of one name stand in each other.
 */
export function withoutParts(source: string, names: ReadonlySet<string>): string | undefined {
  let rest = source;
  for (const name of names) {
    if (!rest.includes(name)) continue;
    let certain = true;
    const part = `<${name}${attributes}(?:/>|>[^]*?</${name}\\s*>)`;
    rest = rest.replace(new RegExp(`${notElements}|${part}`, 'g'), (found) => {
      if (/^<[!?]/.test(found)) return found;
      certain &&= !/<[!?]/.test(found);
      return '';
    });
    if (!certain || new RegExp(`</?${name}[\\s/>]`).test(rest)) return undefined;
  }
  return rest;
}
