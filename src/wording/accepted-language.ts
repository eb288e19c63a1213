import { type InterfaceLanguage, isInterfaceLanguage } from '../kernel/language-tag.ts';

/** The best of our languages in an `Accept-Language` header (RFC 9110, 12.5.4); `pt-BR` counts as `pt`. */
export function acceptedLanguage(header: string | undefined): InterfaceLanguage | undefined {
  let best: InterfaceLanguage | undefined;
  let bestWeight = 0;
  for (const part of (header ?? '').slice(0, 1_000).split(',')) {
    const [range = '', quality = 'q=1'] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const [primary = ''] = range.split('-');
    const weight = Number(quality.replace(/^q=/, ''));
    if (isInterfaceLanguage(primary) && weight > bestWeight) {
      best = primary;
      bestWeight = weight;
    }
  }
  return best;
}
