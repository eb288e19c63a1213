/** One identifier however it is typed: white space around it taken off and inside it made one space, in capitals. */
export function normalIdentifier(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
