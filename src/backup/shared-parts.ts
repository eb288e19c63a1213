/**
 * What several nodes share beside their log (people, mail, uploads, reports, keys), seen as the files of a node that keeps
 * it in its own folder. So a backup of a shared node is read back into a node by itself, and the other way round.
 */
export interface SharedParts {
  /** Writes it as it is at one moment to files in an empty folder. */
  layOut(folder: string): Promise<void>;
  /** Makes it what such files say; broken off, it is done again. */
  takeIn(folder: string): Promise<void>;
  isEmpty(): Promise<boolean>;
}
