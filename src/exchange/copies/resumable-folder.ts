import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../kernel/fault.ts';

/** What a folder is a copy of: a run goes on where another was stopped when these are equal. */
export type CopyOf = Readonly<Record<string, string | number | boolean>>;

const aboutFile = 'copy.json';
/** A line a file, as `sha256sum -c` reads it. */
const manifestFile = 'manifest-sha256.txt';
/** Files of earlier copies, to be removed when the new one is whole. */
const beforeFile = 'manifest-before.txt';
/** About so many paths of an earlier copy are looked up at once in what the new one has. */
const atOnce = 100_000;

interface CopiedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * A folder that is filled file by file with a checksum of each. A run that was killed goes on: what stands there whole is
 * not written again. A folder of another state is written anew, and what that no longer has is removed at the end. What a
 * run writes it keeps on disk alone; in memory is only what a killed run of the same state had written. A run writes each
 * path once.
 */
export class ResumableFolder {
  readonly #folder: string;
  readonly #of: CopyOf;
  /** Checksums by path, of the run that was killed: the first lines of the manifest, in this order. */
  readonly #earlier: ReadonlyMap<string, string>;
  /** Which of these had to be written again: their first lines are wrong. */
  readonly #again = new Set<string>();
  readonly #manifest: FileHandle;
  readonly #made = new Set<string>();

  private constructor(
    folder: string,
    of: CopyOf,
    earlier: ReadonlyMap<string, string>,
    manifest: FileHandle,
  ) {
    this.#folder = folder;
    this.#of = of;
    this.#earlier = earlier;
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
      await append(manifest, join(folder, beforeFile));
      await writeFile(manifest, '');
      await writeFile(join(folder, aboutFile), `${JSON.stringify({ of, complete: false }, null, 2)}\n`);
    }
    const earlier = new Map<string, string>();
    for await (const some of filesIn(manifest))
      for (const { path, sha256 } of some) earlier.set(path, sha256);
    // Each once, and whole lines only: the last one may have been cut off.
    await rewrite(manifest, piecesOf(earlier));
    return new ResumableFolder(folder, of, earlier, await open(manifest, 'a'));
  }

  /** Whether the file stands there as an earlier run wrote it. */
  async has(path: string): Promise<boolean> {
    const right = this.#earlier.get(path);
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
    await this.#manifest.sync();
    await this.#manifest.close();
    const manifest = join(this.#folder, manifestFile);
    if (this.#again.size > 0) await rewrite(manifest, this.#rightLines(manifest));
    for await (const paths of gonePaths(join(this.#folder, beforeFile), manifest))
      for (const path of paths) await rm(join(this.#folder, path), { force: true });
    await rm(join(this.#folder, beforeFile), { force: true });
    const about = join(this.#folder, aboutFile);
    await writeFile(`${about}.new`, `${JSON.stringify({ of: this.#of, complete: true }, null, 2)}\n`);
    await rename(`${about}.new`, about);
  }

  /** Closes without saying that it is whole. A second call does nothing. */
  async close(): Promise<void> {
    if (this.#manifest.fd >= 0) await this.#manifest.close();
  }

  /** The manifest without the first lines of what was written again. */
  async *#rightLines(manifest: string): AsyncGenerator<string> {
    let line = 0;
    for await (const some of filesIn(manifest)) {
      const right = some.filter(({ path }, at) => line + at >= this.#earlier.size || !this.#again.has(path));
      line += some.length;
      yield right.map(lineOf).join('');
    }
  }

  async #place(path: string): Promise<string> {
    const file = join(this.#folder, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) await mkdir(folder, { recursive: true });
    this.#made.add(folder);
    return file;
  }

  async #note(path: string, sha256: string): Promise<void> {
    if (this.#earlier.has(path)) this.#again.add(path);
    await this.#manifest.appendFile(lineOf({ path, sha256 }));
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

/** The lines of a manifest that are whole, some at a time; none where there is no such file. */
async function* filesIn(manifest: string): AsyncGenerator<readonly CopiedFile[]> {
  if (!existsSync(manifest)) return;
  let rest = '';
  for await (const piece of createReadStream(manifest, 'utf8')) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield lines.flatMap((line) => {
      const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return sha256 === undefined || path === undefined ? [] : [{ path, sha256 }];
    });
  }
}

/** What the earlier manifest has and the new one has not, some at a time. */
async function* gonePaths(earlier: string, manifest: string): AsyncGenerator<ReadonlySet<string>> {
  const asked = new Set<string>();
  const gone = async () => {
    for await (const some of filesIn(manifest)) for (const { path } of some) asked.delete(path);
    return asked;
  };
  for await (const some of filesIn(earlier)) {
    for (const { path } of some) asked.add(path);
    if (asked.size < atOnce) continue;
    yield await gone();
    asked.clear();
  }
  if (asked.size > 0) yield await gone();
}

function* piecesOf(files: ReadonlyMap<string, string>): Generator<string> {
  let piece = '';
  for (const [path, sha256] of files) {
    piece += lineOf({ path, sha256 });
    if (piece.length < 64_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function lineOf({ path, sha256 }: CopiedFile): string {
  return `${sha256}  ${path}\n`;
}

/** Puts pieces in the place of a file, which is the old one or the new one at any time. */
async function rewrite(file: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(`${file}.new`, { flush: true }));
  await rename(`${file}.new`, file);
}

/** Puts what one manifest says after what another says; a line of that which a kill cut off stays one by itself. */
async function append(manifest: string, to: string): Promise<void> {
  if (!existsSync(manifest)) return;
  const file = await open(to, 'a');
  await file.appendFile('\n');
  await pipeline(createReadStream(manifest), file.createWriteStream({ flush: true }));
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
