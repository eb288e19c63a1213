/** Longest address that a field takes. */
const longest = 2_000;

/** True for an address of the web that a reader could follow. */
export function isWebAddress(text: string): boolean {
  return text.length <= longest && /^https?:\/\/[^\s/]+\.\S+$/i.test(text) && URL.canParse(text);
}
