import type { RecordIndex } from '../../record-index.ts';

/** What expressions may look at besides the element they start from. */
export class Scope {
  /** The whole record: an activity or an organisation. */
  readonly index: RecordIndex;
  /** What stands for `$1`. */
  readonly each: string;

  constructor(index: RecordIndex, each = '') {
    this.index = index;
    this.each = each;
  }

  /** The same record with another value for `$1`. */
  with(each: string): Scope {
    return new Scope(this.index, each);
  }
}
