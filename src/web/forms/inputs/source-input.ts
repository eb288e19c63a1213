import { block } from '../block.ts';
import { type Input, itself } from '../input.ts';
import { select } from '../options.ts';
import { textOf } from '../typed-part.ts';
import { writtenOf } from './line-input.ts';

/** A pointer into the record's own list of sources, by position from 0; people count from 1. */
export const sourceInput: Input = {
  show: (form, at, value) => {
    const code = writtenOf(value);
    const chosen = code === '' ? undefined : { code, label: numberOf(code) };
    const options = form.sources.map((title, i) => ({
      code: String(i),
      label: `${i + 1}. ${title}`.trimEnd(),
    }));
    return block(form, at, (attributes) => select(attributes, form.t('form.choose'), options, chosen));
  },
  read: (typed, reading) => {
    const code = textOf(typed);
    return code !== undefined && isPosition(code) ? reading.sourceNow(Number(code)) : code;
  },
  locate: () => itself,
};

function isPosition(code: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(code);
}

function numberOf(code: string): string {
  return isPosition(code) ? `${Number(code) + 1}.` : code;
}
