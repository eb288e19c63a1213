import type { BackupPlace } from '../backup/place.ts';
import type { SharedParts } from '../backup/shared-parts.ts';
import type { Editions } from '../exchange/iati/check/codelists/editions.ts';
import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import type { House, Office } from '../operations/house.ts';
import type { StandardAtHand } from '../operations/standard/check-against-standard.ts';
import type { KeyStore } from '../proofs/key-store.ts';

/** A house that was opened and must be closed. */
export interface OpenHouse {
  readonly house: House;
  /** What it shares with other nodes, where it does. */
  readonly shared?: SharedParts;
  close(): Promise<void>;
}

/** A house with people and mail that was opened and must be closed. */
export interface OpenOffice {
  readonly office: Office;
  close(): Promise<void>;
}

export interface OpenOptions {
  /**
   * With the index, caught up with the log; commands that only write the log need none. `posts`: the board knows the
   * posts, read from the log, and no record; for commands that concern people, quick beside a running server too.
   */
  readonly index: boolean | 'posts';
  /** Throw the index away first. */
  readonly afresh?: boolean;
}

/** One setting as `config` shows it. */
export interface ShownSetting {
  readonly variable: string;
  readonly value: string | number;
  readonly fallback: string | number;
  readonly help: string;
}

/** Where words go, and what kind of thing listens there. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** What a person types in answer; undefined where nobody sits at the keyboard. */
  ask(question: string): Promise<string | undefined>;
  /** True when standard error is a screen on which a line can be rewritten. */
  readonly screen: boolean;
  readonly columns: number;
}

/** What a copy of all pages is to hold. */
export interface MirrorRequest {
  readonly folder: string;
  readonly languages: readonly InterfaceLanguage[];
  readonly history: boolean;
  onPage(done: number, all: number): void;
}

export interface MirrorDone {
  readonly records: number;
  readonly pages: number;
  /** Pages that an earlier run had left whole. */
  readonly kept: number;
}

/** Where a node is to be copied. */
export interface MoveRequest {
  /** `postgres://…`, or a folder. */
  readonly to: string;
  /** Entries of the log, copied and then verified. */
  onProgress(step: 'log' | 'verify', done: number, all: number): void;
}

export interface MoveDone {
  readonly entries: number;
  /** Of the last entry: the same at both places. */
  readonly digest: string;
  /** Rows about people, mail and uploads. */
  readonly rows: number;
  readonly reports: number;
}

/** What `main.ts` hands to the commands. */
export interface Doors {
  readonly version: string;
  readonly terminal: Terminal;
  /** Language of the reader, from `LANG` or `--lang`. */
  readonly lang: InterfaceLanguage;
  settings(): readonly ShownSetting[];
  open(options: OpenOptions): Promise<OpenHouse>;
  /** The same with accounts and mail. */
  openOffice(options: OpenOptions): Promise<OpenOffice>;
  /** Serves until told to stop. `starter` loads the collection into an empty house first. */
  serve(options: { readonly starter: boolean }): Promise<void>;
  /** Writes all public pages as plain files. @throws Fault `folderNotEmpty`. */
  mirror(options: MirrorRequest): Promise<MirrorDone>;
  /** Copies the node to another place and verifies the copy. */
  move(request: MoveRequest): Promise<MoveDone>;
  /** Address under which readers reach the node, without a slash at its end. */
  readonly node: string;
  /** Folder that holds everything of the node. */
  readonly dataDir: string;
  /** Where backups lie: a folder, or the address of a bucket. */
  place(named: string): BackupPlace;
  /** Works with the keys that sign heads of the log. */
  withKeys<Answer>(work: (keys: KeyStore) => Promise<Answer>): Promise<Answer>;
  /** What files are held against. */
  readonly standard: StandardAtHand;
  /** The code lists in use. */
  readonly editions: Editions;
  /** Address of a record for readers. */
  address(register: string, id: string, lang: string): string;
}
