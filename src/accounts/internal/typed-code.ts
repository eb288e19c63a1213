/**
 * The digits of a code as a person typed it: in Arabic or Persian digits too, in groups or not. Undefined where it is
 * not six digits.
 */
export function typedCode(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
