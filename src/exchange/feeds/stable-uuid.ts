import { hash } from 'node:crypto';

/** A UUID (RFC 9562, version 8) made from a name: the same name gives the same one, whatever node, language or form. */
export function stableUuid(name: string): string {
  const digest = hash('sha256', `southbridge ${name}`);
  const variant = '89ab'[Number.parseInt(digest.charAt(16), 16) % 4] ?? '8';
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
