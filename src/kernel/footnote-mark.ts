const signs = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark that leads to the n-th footnote: a raised number. */
export function footnoteMark(n: number): string {
  return [...String(n)].map((digit) => signs[Number(digit)]).join('');
}

/** A text as it was before marks were put into it: how a label is known again that somebody sends back. */
export function withoutMarks(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]+/gu, '');
}
