import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of hashes, one a level; what was put stays until it is put again. */
export interface HashRows {
  /** How many hashes the level holds. */
  length(level: number): number;
  /** `count` of them from `index` on, one behind the other. */
  get(level: number, index: number, count?: number): Buffer;
  /** Puts hashes, one behind the other, from `index` on. */
  put(level: number, index: number, hashes: Buffer): void;
  close(): void;
}

export const hashBytes = 32;

/** One file a level, hash after hash: read and written by place. What it holds can be made again from the log. */
export function hashFiles(folder: string): HashRows {
  mkdirSync(folder, { recursive: true });
  const files = new Map<number, number>();
  const fileOf = (level: number): number => {
    const known = files.get(level);
    if (known !== undefined) return known;
    const path = join(folder, `${level}.hashes`);
    const opened = openSync(path, 'a+');
    closeSync(opened);
    const file = openSync(path, 'r+');
    files.set(level, file);
    return file;
  };
  return {
    length: (level) => Math.floor(fstatSync(fileOf(level)).size / hashBytes),
    get: (level, index, count = 1) => {
      const found = Buffer.alloc(count * hashBytes);
      readSync(fileOf(level), found, 0, found.length, index * hashBytes);
      return found;
    },
    put: (level, index, hashes) => {
      for (let done = 0; done < hashes.length; )
        done += writeSync(fileOf(level), hashes, done, hashes.length - done, index * hashBytes + done);
    },
    close: () => {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}

/** The same in memory. */
export function hashesInMemory(): HashRows {
  const levels: Buffer[][] = [];
  const row = (level: number): Buffer[] => (levels[level] ??= []);
  return {
    length: (level) => row(level).length,
    get: (level, index, count = 1) => Buffer.concat(row(level).slice(index, index + count)),
    put: (level, index, hashes) => {
      for (let place = 0; place * hashBytes < hashes.length; place += 1)
        row(level)[index + place] = Buffer.from(hashes.subarray(place * hashBytes, (place + 1) * hashBytes));
    },
    close: () => {},
  };
}
