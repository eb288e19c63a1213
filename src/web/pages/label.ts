import type { MessageKey, Translate } from '../../wording/messages.ts';

/** A label with the colon of the language and the space after it, before a piece that is no plain text. */
export function label(t: Translate, key: MessageKey): string {
  return `${t('common.colon', { label: t(key), value: '' }).trimEnd()} `;
}
