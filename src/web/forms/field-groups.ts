import type { Control } from '../../fields/field.ts';
import type { Register } from '../../registers/register.ts';
import type { MessageKey } from '../../wording/messages.ts';

type Group = 'words' | 'codes' | 'who' | 'when' | 'figures' | 'grounds';

/** Which question the fields of a shape answer. */
const groupOf: { readonly [S in Control['shape']]: Group } = {
  line: 'words',
  prose: 'words',
  word: 'words',
  words: 'words',
  paragraphs: 'words',
  choice: 'codes',
  choices: 'codes',
  languages: 'codes',
  participants: 'who',
  country: 'who',
  countries: 'who',
  contacts: 'who',
  date: 'when',
  period: 'when',
  due: 'when',
  places: 'when',
  figures: 'figures',
  money: 'figures',
  demands: 'figures',
  loan: 'figures',
  sources: 'grounds',
  links: 'grounds',
  files: 'grounds',
  references: 'grounds',
  reference: 'grounds',
};

/** Fields of a register that stand under one heading, each by its name, in the order of the register. */
export interface FieldGroup {
  readonly heading: MessageKey;
  /** Fields that every good record has. */
  readonly first: readonly string[];
  /** The others: folded away at first. */
  readonly rest: readonly string[];
}

/** The fields of a register as groups: those of a shape stand together, groups in the order of their first field. */
export function fieldGroups(register: Register): readonly FieldGroup[] {
  const { fields, title, summary, expected } = register;
  const usual = new Set([title, summary, ...expected]);
  const groups = Map.groupBy(Object.entries(fields), ([, { control }]) => groupOf[control.shape]);
  return [...groups].map(([group, entries]): FieldGroup => {
    const names = entries.map(([name]) => name);
    const isFirst = (name: string) => usual.has(name) || fields[name]?.needed === true;
    return {
      heading: `form.group.${group}`,
      first: names.filter(isFirst),
      rest: names.filter((name) => !isFirst(name)),
    };
  });
}
