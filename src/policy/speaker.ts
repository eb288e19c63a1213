import { recordIdFrom } from '../kernel/ids.ts';
import type { Origin, Standing } from '../lifecycle/revision.ts';
import type { RecordState } from '../lifecycle/state.ts';

/** Whose word a released record is: a country's, or within it that of the organisation for which it was typed. */
export interface Speaker {
  readonly country: string;
  readonly organisation?: string;
}

/** Whose word a revision in force is; undefined for what third parties observe: nobody who takes part has said it. */
export function speakerOf(
  { origin }: { readonly origin: Origin },
  { standing, owner }: Pick<RecordState, 'owner'> & { readonly standing: Standing },
): Speaker | undefined {
  if (standing !== 'party' || owner === undefined) return undefined;
  // What a country has made its own is its own word, whoever typed it before.
  const { country, organisation } = origin;
  if (country !== owner || organisation === undefined) return { country: owner };
  return { country: owner, organisation };
}

const longestName = 60;

/**
 * How a speaker is called in addresses, for good: the country in small letters, then the organisation as its posts write
 * it, in letters of ASCII, or where it has few of them in letters made of the name.
 */
export function speakerId({ country, organisation }: Speaker): string {
  const nation = country.toLowerCase();
  if (organisation === undefined) return nation;
  const plain = organisation
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isTelling =
    plain.length >= 3 && plain.length <= longestName && !/[^\p{ASCII}]{3}/u.test(organisation);
  return `${nation}-${isTelling ? plain : recordIdFrom('organisation', organisation)}`;
}
