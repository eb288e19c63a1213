/** Versions of the standard that the tables describe, oldest first. */
export const standardVersions = ['2.01', '2.02', '2.03'] as const;
export type StandardVersion = (typeof standardVersions)[number];

/** A span of versions, both ends included; an end that is absent is open. */
export interface VersionSpan {
  readonly since?: StandardVersion;
  readonly until?: StandardVersion;
}

/** The version of that name; undefined for anything else. */
export function findVersion(name: string | undefined): StandardVersion | undefined {
  return standardVersions.find((version) => version === name);
}

/** Whether the version lies in the span. */
export function isWithin({ since, until }: VersionSpan, version: StandardVersion): boolean {
  // Two digits behind the point in all of them: the order of the texts is the order of the versions.
  return (since === undefined || since <= version) && (until === undefined || version <= until);
}
