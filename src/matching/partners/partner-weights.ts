/** What is looked at when partners are suggested, in the order in which it is told. */
export const partnerFactors = [
  'gravity',
  'others',
  'experience',
  'already',
  'subRegion',
  'language',
] as const;
export type PartnerFactor = (typeof partnerFactors)[number];

/**
 * The most points that each factor can give. Fixed and told, not fitted to anybody's past: with few records a fitted
 * model does no better. `gravity` is that of old trade models: with how many countries one works at all, divided by how
 * far away it is, beside the strongest; `others` what countries with the same partners do; `experience` with how
 * many it works in the sector.
 */
export const partnerPoints: Readonly<Record<PartnerFactor, number>> = {
  gravity: 40,
  others: 25,
  experience: 15,
  already: 10,
  subRegion: 5,
  language: 5,
};

/** Kilometres of those whose distance is not known: far. */
export const unknownKilometres = 10_000;
/** Neighbours count as at least so far away: capitals that touch say nothing more. */
export const leastKilometres = 500;
