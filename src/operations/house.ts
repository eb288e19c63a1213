import type { InputLimits } from '../exchange/limits.ts';
import type { LabelBook } from '../exchange/tables/label-book.ts';
import type { TableMapping } from '../exchange/tables/mapping.ts';
import type { Clock } from '../kernel/clock.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Suggesters } from '../language/suggest/open-suggesters.ts';
import type { CodeTables } from '../vocabulary/code-table.ts';
import type { Meanings } from './matching/library.ts';
import type { Accounts } from './ports/accounts.ts';
import type { Board } from './ports/board.ts';
import type { LetterWords } from './ports/letter-words.ts';
import type { LogProofs } from './ports/log-proofs.ts';
import type { Machine } from './ports/machine.ts';
import type { Outbox } from './ports/outbox.ts';
import type { ReportArchive } from './ports/report-archive.ts';
import type { Uploads } from './ports/uploads.ts';
import type { Usefulness } from './ports/usefulness.ts';
import type { RecordLog, SearchIndex } from './ports.ts';

/** What every verb works with: the precious log, the projections of it, the clock, the limits. */
export interface House {
  readonly log: RecordLog;
  /** What the public sees. */
  readonly index: SearchIndex;
  /** Where every record stands, and what waits for whom. */
  readonly board: Board;
  readonly clock: Clock;
  readonly limits: InputLimits;
  readonly mappings: readonly TableMapping[];
  /** Knows the columns of our tables by what they are called in each language. */
  readonly labels: LabelBook;
  /** Suggests goals and sectors from a text; without it nothing is suggested. Opened when first asked. */
  readonly suggesters?: () => Suggesters;
  /** What texts mean, across languages; without it records are found by their words alone. */
  readonly meanings?: Meanings;
  /** What readers say of results of a match; where absent, nobody is asked. */
  readonly usefulness?: Usefulness;
  /** The code lists of the IATI standard in use, asked for at the start of each check; where absent, those that come with the program. */
  readonly codeTables?: () => CodeTables;
  /** Folder with official schemas of versions that our tables of the standard do not describe. */
  readonly schemaFolder?: string;
  /**
   * Told which records have changed for everybody, each time the projections have taken in news; `all` when what every
   * page shows has. Drafts on their way within a country are no news.
   */
  readonly onChange: Set<(changed: readonly RecordId[], all: boolean) => void>;
}

/** A house in which people sign in and from which mail leaves. */
export interface Office extends House {
  readonly accounts: Accounts;
  readonly outbox: Outbox;
  /** Words of the letters that go out with an act. */
  readonly words: LetterWords;
  /** Files that people have sent and that wait for a decision. */
  readonly uploads: Uploads;
  /** What the node runs on. */
  readonly machine: Machine;
  /** Shows outsiders that nobody rewrites the log. */
  readonly proofs: LogProofs;
  /** Files of closed reports. */
  readonly reports: ReportArchive;
  /** Whether releasing and confirming want a second factor. */
  readonly secondFactor: boolean;
  /** Address under which people reach the node, without a slash at its end; in mails. */
  readonly publicAddress: string;
}

/** Today, as rules about days count it (UTC). */
export function today({ clock }: Pick<House, 'clock'>): string {
  return clock.now().toISOString().slice(0, 10);
}
