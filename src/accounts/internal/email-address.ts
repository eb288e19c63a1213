import { domainToASCII } from 'node:url';

/** Longest address that mail can carry (RFC 5321, 4.5.3.1.3). */
const longest = 254;

/** The address as it will be written to, undefined for a text that is none. */
export function emailAddress(text: string): string | undefined {
  const address = text.trim().normalize('NFC');
  const [, local = '', domain = ''] = /^([^\s@<>()[\],;:\\"]+)@([^\s@]+\.[^\s@.]+)$/u.exec(address) ?? [];
  if (local === '' || /[\p{Cc}\p{Cf}]/u.test(address) || address.length > longest) return undefined;
  return domainToASCII(domain) === '' ? undefined : address;
}

/**
 * By which two ways of writing are the same address: small letters, the domain in its ASCII form. By the standard
 * `Ana@` and `ana@` could be two people; no mail house that anybody uses makes that difference.
 */
export function emailKey(address: string): string {
  const lower = address.trim().normalize('NFC').toLowerCase();
  const at = lower.lastIndexOf('@');
  const domain = domainToASCII(lower.slice(at + 1));
  return domain === '' ? lower : `${lower.slice(0, at + 1)}${domain}`;
}
