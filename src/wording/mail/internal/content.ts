import type { ShownText } from '../../../kernel/lang-text.ts';
import { leadsHere } from '../../../kernel/own-machine.ts';
import type { Translate } from '../../messages.ts';
import type { WordedLetter } from '../frame.ts';
import { htmlPart } from './html-part.ts';
import { textPart } from './text-part.ts';
import { oneLine } from './words.ts';

/** One record in a list: its title leads to `address`, the note says what about it. */
export interface Line {
  readonly title: ShownText;
  readonly note: string;
  readonly address: string;
}

/** A piece of a letter, apart from how it looks. An `action` is what the letter is for, `small` what stands below it. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'action' | 'small'; readonly text: string; readonly address: string }
  | { readonly kind: 'small'; readonly text: string; readonly address?: undefined }
  | { readonly kind: 'facts'; readonly facts: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const action = (text: string, address: string): Block => ({ kind: 'action', text, address });
export const small = (text: string): Block => ({ kind: 'small', text });
export const smallLink = (text: string, address: string): Block => ({ kind: 'small', text, address });

/** Greets, says the pieces, and ends with who wrote; whose links nobody else can open says that, too. */
export function wordedLetter(
  t: Translate,
  site: string,
  subject: string,
  blocks: readonly Block[],
): WordedLetter {
  const all = [
    paragraph(t('mail.greeting')),
    ...blocks,
    ...(leadsHere(site) ? [] : [small(t('mail.hereOnly', { site: t('site.name') }))]),
    small(t('mail.footer', { site: t('site.name') })),
    smallLink(t('mail.about', { site: t('site.name') }), site),
  ];
  const line = oneLine(subject);
  return { subject: line, text: textPart(all), html: htmlPart(t.lang, line, all) };
}
