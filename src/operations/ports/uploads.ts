import type { RecordId } from '../../kernel/ids.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

/**
 * `waiting` for a decision; `writing`, or broken off while it was; `written`; `undone`. Where there is nothing to write
 * nobody has anything to decide: `refused` when rows are refused or in conflict, `unchanged` when all of them say what the
 * records say already.
 */
export type UploadStage = 'waiting' | 'writing' | 'written' | 'undone' | 'refused' | 'unchanged';

/** A file that somebody sent for a post, from its preview to the end of the time in which it can be undone. */
export interface Upload {
  readonly id: string;
  /** The post that it belongs to: nobody else sees it. */
  readonly post: string;
  readonly account: string;
  readonly file: string;
  readonly size: number;
  /** The language in which its sheets are answered. */
  readonly language: InterfaceLanguage;
  /** Whether the post writes as a party or of what it has seen. */
  readonly as: 'party' | 'thirdParty';
  /** Whether what is written is released in the same act. */
  readonly release: boolean;
  readonly stage: UploadStage;
  /** Instants, ISO 8601 UTC. */
  readonly at: string;
  /** When it is thrown away. */
  readonly until: string;
  /** What became of its rows, or would become: as JSON of row verdicts. */
  readonly rows: string;
}

/** A record that an upload has written, or was about to write when it broke off. */
export interface UploadedRecord {
  readonly register: string;
  readonly recordId: RecordId;
  /** The newest revision before; 0 for a record that was made. */
  readonly before: number;
}

/** The form of a record as somebody has typed it, who asked something of it before it was saved. */
export interface TypedForm {
  readonly id: string;
  /** Whose it is: nobody else sees it. */
  readonly account: string;
  /** As a browser sends it, without what says that it may. */
  readonly fields: string;
  /** Instants, ISO 8601 UTC. */
  readonly at: string;
  /** When it is thrown away. */
  readonly until: string;
}

/** Where uploaded files wait between preview and decision: kept across a restart, thrown away when their time is over. */
export interface Uploads {
  put(upload: Upload, bytes: Uint8Array): Promise<void>;
  /** Changes what is known of an upload; its file stays. */
  update(upload: Upload): Promise<void>;
  find(id: string): Promise<Upload | undefined>;
  bytes(id: string): Promise<Uint8Array | undefined>;
  /** Newest first, without their accounts. */
  ofPost(post: string): Promise<readonly Upload[]>;
  noteRecord(id: string, record: UploadedRecord): Promise<void>;
  records(id: string): Promise<readonly UploadedRecord[]>;
  discard(id: string): Promise<void>;
  /** Keeps a form; of one account's the newest `most`. */
  keepForm(form: TypedForm, most: number): Promise<void>;
  /** A form of an account as long as it is kept. */
  formOf(account: string, id: string, at: string): Promise<TypedForm | undefined>;
  /** Throws away all forms of an account. */
  forgetForms(account: string): Promise<void>;
  /** Throws away what is over at this instant. */
  sweep(at: string): Promise<void>;
  close(): Promise<void>;
}
