import type { Audience, FieldOptions } from '../field.ts';

/** The answers that follow from the options alone. */
export function base<N extends boolean>(
  options: FieldOptions<N>,
): { needed: N; seenBy: Audience; means: readonly string[] } {
  return {
    // `needed` left out means false, which is what N is inferred as then.
    needed: (options.needed ?? false) as N,
    seenBy: options.seenBy ?? 'everybody',
    means: options.means ?? [],
  };
}

export const noWords = () => [];
export const noFacets = () => ({});
