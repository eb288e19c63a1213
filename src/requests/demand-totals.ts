import type { Demand } from '../fields/demands.ts';
import type { LangText } from '../kernel/lang-text.ts';

/** How much of one thing all countries together need. Things of another name or unit are other things: nothing is converted. */
export interface DemandTotal {
  readonly label: LangText;
  readonly unit: LangText;
  readonly value: number;
  readonly countries: readonly string[];
}

/** Totals in the order in which things are first named. */
export function demandTotals(demands: readonly Demand[]): readonly DemandTotal[] {
  const groups = Map.groupBy(demands, ({ label, unit }) => `${wordOf(label)}\n${wordOf(unit)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        label: first.label,
        unit: first.unit,
        value: group.reduce((sum, { value }) => sum + value, 0),
        countries: [...new Set(group.map(({ country }) => country))],
      },
    ];
  });
}

function wordOf({ original, texts }: LangText): string {
  return (texts[original] ?? '').trim().toLowerCase();
}
