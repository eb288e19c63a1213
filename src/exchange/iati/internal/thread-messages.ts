import type { FaultCode, FaultParams } from '../../../kernel/fault.ts';
import type { Incoming } from '../../incoming.ts';
import type { InputLimits } from '../../limits.ts';

/** What the reading thread is to do. */
export interface ThreadTask {
  readonly path: string;
  /** The file is a gzip file with the XML inside. */
  readonly packed: boolean;
  readonly limits: InputLimits;
}

/** An item as it can be posted: its source as text. */
export type PostedItem = Omit<Incoming, 'raw'> & { readonly source: string };

/**
 * What the reading thread says; `taken` are the bytes of the file read so far. The other side answers every `items`
 * with any message, as soon as it has worked on them. `fault` and `broken` are the last.
 */
export type FromThread =
  | { readonly kind: 'items'; readonly items: readonly PostedItem[]; readonly taken: number }
  | { readonly kind: 'end'; readonly taken: number }
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly params: FaultParams }
  | { readonly kind: 'broken'; readonly error: unknown };
