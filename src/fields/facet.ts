/**
 * What records can be filtered and counted by. The first eight stand beside every search; `flow` holds pairs of
 * countries (`BR-MZ`: who shares, who uses), `circle` those among three or more that all share and use (`AO-MZ`, by the
 * alphabet: together, but neither is who shares, and so no flow; `all` in each such record), `country` those on either side, `gap` what a record lacks;
 * `confirmation` is what the countries have said, and `due` the day from which a fresh word is wanted (`never` where
 * none was given); `organisation` whose word a released record is, as addresses call it.
 */
export const facetNames = [
  'kind',
  'provider',
  'host',
  'group',
  'modality',
  'sector',
  'sdg',
  'year',
  'flow',
  'country',
  'gap',
  'organisation',
  'confirmation',
  'due',
  'circle',
] as const;
export type FacetName = (typeof facetNames)[number];

/** The eight facets shown beside a search, in the order shown. */
export const shownFacets = facetNames.slice(0, 8) as readonly FacetName[];

export type FacetValues = Partial<Record<FacetName, readonly string[]>>;

/** Words of a record in one language. */
export interface Words {
  readonly lang: string;
  readonly text: string;
}

/** The value of `circle` that every record with a circle has. */
export const anyCircle = 'all';
