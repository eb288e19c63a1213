import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';

/** What a folder is a copy of: a run goes on where another was stopped when these are equal. */
export type CopyOf = Readonly<Record<string, string | number | boolean>>;

const aboutFile = 'copy.json';
/** A line a file, as `sha256sum -c` reads it. */
const manifestFile = 'manifest-sha256.txt';
/** Files of earlier copies, to be removed when the new one is whole. */
const beforeFile = 'manifest-before.txt';

/**
 * A folder that is filled file by file with a checksum of each. A run that was killed goes on: what stands there whole is
 * not written again. A folder of another state is written anew, and what that no longer has is removed at the end.
 */
export class ResumableFolder {
  readonly #folder: string;
  readonly #of: CopyOf;
  readonly #written: Map<string, string>;
  readonly #manifest: FileHandle;
  readonly #made = new Set<string>();

  private constructor(folder: string, of: CopyOf, written: Map<string, string>, manifest: FileHandle) {
    this.#folder = folder;
    this.#of = of;
    this.#written = written;
    this.#manifest = manifest;
  }

  /** @throws Fault `folderNotEmpty` {file} for a folder with anything in it that is no copy of ours. */
  static async open(folder: string, of: CopyOf): Promise<ResumableFolder> {
    await mkdir(folder, { recursive: true });
    const about = await textOf(join(folder, aboutFile));
    if (about === '' && (await readdir(folder)).length > 0)
      throw new Fault('folderNotEmpty', { file: folder });
    const manifest = join(folder, manifestFile);
    if (!isOf(about, of)) {
      const before = [await textOf(join(folder, beforeFile)), await textOf(manifest)].join('');
      await writeFile(join(folder, beforeFile), before);
      await writeFile(manifest, '');
      await writeFile(join(folder, aboutFile), `${JSON.stringify({ of, complete: false }, null, 2)}\n`);
    }
    const written = filesIn(await textOf(manifest));
    // Whole lines only: the last one may have been cut off.
    await writeFile(manifest, linesOf(written));
    return new ResumableFolder(folder, of, written, await open(manifest, 'a'));
  }

  /** Whether the file stands there as an earlier run wrote it. */
  async has(path: string): Promise<boolean> {
    const right = this.#written.get(path);
    if (right === undefined) return false;
    try {
      return sha256Of(await readFile(join(this.#folder, path))) === right;
    } catch {
      return false;
    }
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = await this.#place(path);
    await writeFile(file, content);
    await this.#note(path, sha256Of(content));
  }

  /** The same for what is too long to be held. */
  async stream(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(await this.#place(path), 'w');
    const hash = createHash('sha256');
    try {
      for await (const piece of pieces) {
        hash.update(piece);
        await file.appendFile(piece);
      }
    } finally {
      await file.close();
    }
    await this.#note(path, hash.digest('hex'));
  }

  /** The copy is whole: what earlier ones had and this one has not is removed. */
  async finish(): Promise<void> {
    await this.#manifest.close();
    // A file that had to be written twice has two lines until now.
    await writeFile(join(this.#folder, manifestFile), linesOf(this.#written), { flush: true });
    const before = filesIn(await textOf(join(this.#folder, beforeFile)));
    for (const path of before.keys())
      if (!this.#written.has(path)) await rm(join(this.#folder, path), { force: true });
    await rm(join(this.#folder, beforeFile), { force: true });
    const about = join(this.#folder, aboutFile);
    await writeFile(`${about}.new`, `${JSON.stringify({ of: this.#of, complete: true }, null, 2)}\n`);
    await rename(`${about}.new`, about);
  }

  /** Closes without saying that it is whole. A second call does nothing. */
  async close(): Promise<void> {
    if (this.#manifest.fd >= 0) await this.#manifest.close();
  }

  async #place(path: string): Promise<string> {
    const file = join(this.#folder, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) await mkdir(folder, { recursive: true });
    this.#made.add(folder);
    return file;
  }

  async #note(path: string, sha256: string): Promise<void> {
    this.#written.set(path, sha256);
    await this.#manifest.appendFile(`${sha256}  ${path}\n`);
  }
}

function isOf(about: string, of: CopyOf): boolean {
  try {
    // Written by `open` or `finish`; whatever else it is has no equal `of`.
    const said = JSON.parse(about) as { readonly of?: unknown };
    return JSON.stringify(said.of) === JSON.stringify(of);
  } catch {
    return false;
  }
}

function filesIn(manifest: string): Map<string, string> {
  const lines = manifest.split('\n').slice(0, -1);
  return new Map(
    lines.flatMap((line) => {
      const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return sha256 === undefined || path === undefined ? [] : [[path, sha256] as const];
    }),
  );
}

function linesOf(files: ReadonlyMap<string, string>): string {
  return [...files].map(([path, sha256]) => `${sha256}  ${path}\n`).join('');
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
