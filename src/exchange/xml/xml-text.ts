/** What XML 1.0 cannot hold: control characters, halves of characters, two noncharacters. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Most texts have none of these; looking for them once is cheaper than looking for each kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const anythingOdd = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const special = /[&<>"\r]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text for an XML document, between tags or in an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  if (!anythingOdd.test(text)) return text;
  return text.replace(unwritable, '\ufffd').replace(special, (char) => references[char] ?? char);
}

/** An element with text, on one line; attributes that are undefined are left out. */
export function xmlElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`;
}

/** Attributes with a space before each. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${name}="${xmlText(String(value))}"`;
  return written;
}
