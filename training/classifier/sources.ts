import { sdgGoals } from '../../src/vocabulary/sdg.ts';
import { sectorCategories } from '../../src/vocabulary/sectors.ts';
import { withoutCopies } from '../guards/overlaps.ts';
import { goalObjectives, goalSentences, labSolutions, spanishGoalTexts } from '../labelled/goal-texts.ts';
import type { LabelledText } from '../labelled/labelled-text.ts';
import { publishedActivities, southSouthActivities } from '../labelled/sector-texts.ts';

/** Sources of texts about goals that name no publisher or country. */
export const ungroupedGoalSources = ['sdg-sentences', 'sdg-meter-objectives', 'sdg-texts-es'];
export const goalLabels = sdgGoals;

/** All texts that people have given goals, each once. */
export function goalTexts(): readonly LabelledText[] {
  return withoutCopies([...goalSentences(), ...goalObjectives(), ...spanishGoalTexts(), ...labSolutions()]);
}

/** Says nothing of what a cooperation is about: sector not specified. */
const saysNothing: ReadonlySet<string> = new Set(['998']);
export const sectorLabels = sectorCategories.filter((category) => !saysNothing.has(category));

/** All activities with DAC sectors, each text once. */
export async function sectorTexts(): Promise<readonly LabelledText[]> {
  const texts = withoutCopies([...(await publishedActivities()), ...southSouthActivities()]);
  return texts
    .map((text) => ({ ...text, labels: text.labels.filter((label) => sectorLabels.includes(label)) }))
    .filter(({ labels }) => labels.length > 0);
}
