/** Files of closed reports, each under its own digest: what was put is never changed. */
export interface ReportArchive {
  /** When it has answered, the file is on disk. Putting what is there already changes nothing. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** The file as it was put; undefined where there is none, or what is there no longer fits its digest. */
  find(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}
