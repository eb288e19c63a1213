import { inflateRawSync } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';

/** One file inside a zip archive, as its central directory tells. */
interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly flags: number;
  readonly offset: number;
}

/** The parts of an archive by name. */
export type ZipParts = ReadonlyMap<string, () => Buffer>;

/** Sheets are text of few words and pack well, but no honest part packs below this share past 100 KiB. */
const ratioFrom = 100 * 1024;
const archives = /\.(?:zip|gz|bz2|xz|7z|rar|tar|jar)$/i;

/**
 * Looks into a zip archive before anything of it is inflated, then inflates each part against the size it declares,
 * so that the reader after it cannot be surprised. `unpackedLimit`: bytes of all parts together.
 * @returns the parts by name, each inflated anew when asked for.
 * @throws Fault `truncated`, `damagedArchive`, `tooManyEntries`, `inflatesTooMuch`, `unknownFormat` (encrypted).
 */
export function checkZip(bytes: Buffer, unpackedLimit: number, limits: InputLimits): ZipParts {
  const entries = readDirectory(bytes, limits);
  let total = 0;
  for (const entry of entries) {
    const { name, packed, unpacked } = entry;
    if (entry.flags & 1) throw new Fault('unknownFormat', { got: 'encrypted XLSX', right: 'XLSX' });
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name))
      throw new Fault('damagedArchive', { got: name.slice(0, 200) });
    if (archives.test(name)) throw new Fault('damagedArchive', { got: name.slice(0, 200) });
    total += unpacked;
    if (total > unpackedLimit)
      throw new Fault('inflatesTooMuch', { limit: unpackedLimit, got: total, unit: 'bytes' });
    if (unpacked > ratioFrom && unpacked > packed * limits.unpackRatio) {
      const got = Math.round(unpacked / Math.max(1, packed));
      throw new Fault('inflatesTooMuch', { limit: limits.unpackRatio, got, unit: 'ratio' });
    }
  }
  const parts = new Map<string, () => Buffer>();
  for (const entry of entries) {
    // Two parts of one name: one program reads the first, another the second.
    if (parts.has(entry.name)) throw new Fault('damagedArchive', { got: entry.name.slice(0, 200) });
    inflateAsDeclared(bytes, entry);
    parts.set(entry.name, () => inflateAsDeclared(bytes, entry));
  }
  return parts;
}

function readDirectory(bytes: Buffer, limits: InputLimits): ZipEntry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) throw new Fault('truncated', { byte: bytes.length });
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > limits.archiveEntries)
    throw new Fault('tooManyEntries', { limit: limits.archiveEntries, got: count });
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new Fault('damagedArchive', { entry: i + 1 });
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** A part that is larger than its directory entry says is a trap or damage; either way it is not read. */
function inflateAsDeclared(bytes: Buffer, { name, method, packed, unpacked, offset }: ZipEntry): Buffer {
  const damaged = (cause?: unknown) => new Fault('damagedArchive', { got: name.slice(0, 200) }, cause);
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw damaged();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw damaged();
  if (method === 0 && packed === unpacked) return bytes.subarray(start, start + packed);
  if (method !== 8) throw damaged();
  try {
    const part = inflateRawSync(bytes.subarray(start, start + packed), {
      maxOutputLength: Math.max(1, unpacked),
    });
    if (part.length !== unpacked) throw damaged();
    return part;
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error);
  }
}
