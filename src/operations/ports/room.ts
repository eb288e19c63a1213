import type { RecordId } from '../../kernel/ids.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';

/** What the board knows of a consultation, as its values say it; or to which consultation a record belongs. */
export type RoomTraits =
  | {
      readonly holds: {
        readonly closed: boolean;
        /** Alpha-2 codes, with those that were members of the groups named on the day of the revision. */
        readonly countries: readonly string[];
        readonly organisations: readonly string[];
        /** The last day for positions. */
        readonly answersBy?: PartialDate;
        /** Positions of its members are gathered; otherwise it is what two sides say to each other. */
        readonly gathers: boolean;
        /** The convenor has said how it ended. */
        readonly over: boolean;
      };
    }
  | { readonly within: RecordId };
