/**
 * Spreadsheet programs take text that begins with one of these signs for a formula, also after spaces and in the
 * full-width forms of East Asian keyboards. A single quote before it keeps it text (OWASP, CSV injection). Quotes that
 * stand there already belong to the text and get one more, so that taking one off always gives the text back.
 */
const formulaLike = /^'*[\s\u200b-\u200f]*[=+\-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{2212}]/u;

/** Text for a CSV cell. `unguardFormula` gives back exactly what was put in. */
export function guardFormula(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
