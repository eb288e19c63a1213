import type { LangText } from '../../kernel/lang-text.ts';
import { textIn } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { arrow } from '../pieces/arrow.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { fileOf } from './places.ts';

/** Names on one side of a line. */
const most = 4;

/** A record as a list of results shows it: where it stands, its title with its language, a line about it. */
export type CopiedRecord = readonly [path: string, title: string, titleLang: string, about: string];

export function copiedRecord(record: Presented, t: Translate): CopiedRecord {
  const { register, id, values, review } = record;
  const { lang } = t;
  // The title of a register is a text in languages (checked by the contract tests of registers).
  const title = textIn(values[register.title] as LangText, lang);
  const { facets, year } = digestOf(register, values);
  const names = (codes: readonly string[] = []) => codes.slice(0, most).map((code) => countryLabel(t, code));
  const sides = [names(facets.provider), names(facets.host)].filter((side) => side.length > 0);
  const about = [
    registerLabel(t, register.name),
    sides.map((side) => side.join(comma(t))).join(` ${arrow(lang)} `),
    year === undefined ? '' : String(year),
    t(`confirmation.${review.confirmation}`),
  ];
  const file = fileOf(lang, `${register.name}/${id}`).slice(lang.length + 1);
  return [file, title.text, title.lang, about.filter((part) => part !== '').join(' · ')];
}
