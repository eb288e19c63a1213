/** Something that lies in a place. */
export interface Placed {
  readonly name: string;
  /** When it was put there, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Where backups lie: named bytes, each there whole or not at all. Names have the form `word/word`.
 * @throws Fault, from each: `backupRefused` {place, got}, `diskFull`, `noRight`.
 */
export interface BackupPlace {
  /** As whoever named it would know it again. */
  readonly name: string;
  /** All whose names begin so, in the order of their names. */
  list(prefix: string): Promise<readonly Placed[]>;
  /** Undefined where there is nothing of that name. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
