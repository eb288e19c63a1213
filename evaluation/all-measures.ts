import type { Measure } from './measure.ts';
import { acrossLanguages } from './measures/across-languages.ts';
import { goals, goalsByLanguage } from './measures/goals.ts';
import { needsToPractices, partnerLinks } from './measures/matching.ts';
import { namesToDescriptions } from './measures/names-to-descriptions.ts';
import { sectors } from './measures/sectors.ts';

/** Every measure of the table of quality, in its order. */
export const allMeasures: readonly Measure[] = [
  goals,
  goalsByLanguage,
  sectors,
  acrossLanguages,
  namesToDescriptions,
  needsToPractices,
  partnerLinks,
];
