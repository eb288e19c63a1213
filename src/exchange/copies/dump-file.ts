import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipped = promisify(gzip);
/** Records in one member of the file: what is lost at most when a run is killed. */
const memberRecords = 2_000;

/** Where a list goes on. */
export interface DumpCursor {
  readonly seq: number;
  readonly at: string;
}

export interface DumpLine {
  readonly text: string;
  readonly cursor: DumpCursor;
}

/** One gzip member (RFC 1952, 2.2): a whole number of lines. `sha256` is that of its bytes in the file. */
interface Member {
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly cursor: DumpCursor;
}

export interface DumpManifest {
  readonly form: 'southbridge-dump 1';
  readonly file: string;
  /** What the file is of: equal for runs that can go on where another was stopped. */
  readonly of: Readonly<Record<string, string | number>>;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly members: readonly Omit<Member, 'cursor'>[];
}

export interface DumpOptions {
  readonly of: DumpManifest['of'];
  lines(after: DumpCursor | undefined): AsyncIterable<DumpLine>;
  onRecords?(done: number): void;
}

/**
 * Writes lines into one gzip file, member by member, with a manifest and a checksum beside it. A run that was killed goes
 * on after the last whole member, if it is of the same state; the file bears its name only when it is whole.
 */
export async function writeDump(file: string, { of, lines, onRecords }: DumpOptions): Promise<DumpManifest> {
  const part = `${file}.part`;
  const journal = `${file}.part.jsonl`;
  const hash = createHash('sha256');
  const members = await wholeMembers(part, journal, of, hash);
  let records = members.reduce((sum, member) => sum + member.records, 0);
  const out = await open(part, 'a');
  const notes = await open(journal, 'a');
  try {
    for await (const batch of inBatches(lines(members.at(-1)?.cursor))) {
      const member = await writeMember(out, batch, hash);
      members.push(member);
      await notes.appendFile(`${JSON.stringify(member)}\n`);
      records += member.records;
      onRecords?.(records);
    }
    await out.sync();
  } finally {
    await out.close();
    await notes.close();
  }
  const bytes = members.reduce((sum, member) => sum + member.bytes, 0);
  const sha256 = hash.digest('hex');
  const told = members.map(({ cursor: _, ...member }) => member);
  const manifest: DumpManifest = {
    form: 'southbridge-dump 1',
    file: basename(file),
    of,
    records,
    bytes,
    sha256,
    members: told,
  };
  await writeFile(`${file}.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(`${file}.sha256`, `${sha256}  ${basename(file)}\n`);
  await rename(part, file);
  await rm(journal);
  return manifest;
}

/** What an earlier run of the same state has left whole, with the rest cut off; an empty file where there is none. */
async function wholeMembers(
  part: string,
  journal: string,
  of: DumpManifest['of'],
  hash: Hash,
): Promise<Member[]> {
  const first = JSON.stringify(of);
  const [said, ...notes] = (await readFile(journal, 'utf8').catch(() => '')).split('\n');
  const whole: Member[] = [];
  let end = 0;
  if (said === first) {
    // A last line that was not written to its end is no JSON.
    for (const line of notes.slice(0, -1)) {
      // Written by `writeDump`.
      const member = JSON.parse(line) as Member;
      if ((await digestOf(part, end, member.bytes)) !== member.sha256) break;
      whole.push(member);
      end += member.bytes;
    }
  }
  await writeFile(part, '', { flag: 'a' });
  await truncate(part, end);
  const kept = [first, ...whole.map((member) => JSON.stringify(member))];
  await writeFile(journal, `${kept.join('\n')}\n`);
  if (end > 0) for await (const chunk of createReadStream(part)) hash.update(chunk);
  return whole;
}

async function digestOf(file: string, start: number, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { start, end: start + bytes - 1 })) hash.update(chunk);
  } catch {
    // A file that is gone has no whole members.
    return '';
  }
  return hash.digest('hex');
}

async function writeMember(out: FileHandle, batch: readonly DumpLine[], hash: Hash): Promise<Member> {
  const packed = await gzipped(batch.map(({ text }) => `${text}\n`).join(''), { level: 6 });
  await out.appendFile(packed);
  hash.update(packed);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  const cursor = batch.at(-1)?.cursor ?? { seq: 0, at: '' };
  return { records: batch.length, bytes: packed.length, sha256, cursor };
}

async function* inBatches(lines: AsyncIterable<DumpLine>): AsyncGenerator<readonly DumpLine[]> {
  let batch: DumpLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < memberRecords) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
