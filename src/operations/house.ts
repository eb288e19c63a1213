import type { InputLimits } from '../exchange/limits.ts';
import type { TableMapping } from '../exchange/tables/mapping.ts';
import type { Clock } from '../kernel/clock.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { RecordLog, SearchIndex } from './ports.ts';

/** What every verb works with: the precious log, the projection of it that the public sees, the clock, the limits. */
export interface House {
  readonly log: RecordLog;
  readonly index: SearchIndex;
  readonly clock: Clock;
  readonly limits: InputLimits;
  readonly mappings: readonly TableMapping[];
  /** Told which records changed, each time the index has taken in news. */
  readonly onChange: Set<(changed: readonly RecordId[]) => void>;
}
