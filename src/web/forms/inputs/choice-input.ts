import type { Translate } from '../../../wording/messages.ts';
import { block } from '../block.ts';
import { type Input, itself } from '../input.ts';
import { type Option, select } from '../options.ts';
import { textOf } from '../typed-part.ts';
import { writtenOf } from './line-input.ts';

/** One of several. `meant` turns the code that was sent into the value. */
export function choiceInput(
  options: (t: Translate) => readonly Option[],
  more: {
    /** What a code outside the options is called: one that was withdrawn. */
    readonly named?: (code: string, t: Translate) => string;
    readonly meant?: (code: string) => unknown;
    /** What choosing nothing is called. */
    readonly blank?: (t: Translate) => string;
  } = {},
): Input {
  const { named = (code) => code, meant = (code) => code, blank = (t) => t('form.choose') } = more;
  return {
    show: (form, at, value) => {
      const code = writtenOf(value);
      const chosen = code === '' ? undefined : { code, label: named(code, form.t) };
      return block(form, at, (attributes) => select(attributes, blank(form.t), options(form.t), chosen));
    },
    read: (typed) => {
      const code = textOf(typed);
      return code === undefined ? undefined : meant(code);
    },
    locate: () => itself,
  };
}
