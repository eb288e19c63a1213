import { html } from '../../html.ts';
import { block } from '../block.ts';
import { type Input, itself } from '../input.ts';
import { textOf } from '../typed-part.ts';
import { area, writtenOf } from './line-input.ts';

/** Several short texts, one in each line. */
export const wordsInput: Input = {
  show: (form, at, value) => {
    const words = Array.isArray(value) ? value.map(writtenOf) : [];
    const help = at.help ?? form.t('form.oneALine');
    return block(form, { ...at, help }, (attributes) =>
      area(html`${attributes} dir=auto`, words.join('\n'), Math.min(12, Math.max(2, words.length + 1))),
    );
  },
  read: (typed) =>
    textOf(typed)
      ?.split('\n')
      .filter((line) => line.trim() !== ''),
  locate: () => itself,
};
