import type { DeflatedPart } from './deflated-part.ts';

/** What stands in an archive of one part. */
export type PackedPart = Pick<DeflatedPart, 'name' | 'chunks' | 'crc' | 'size' | 'packed'>;

/** The day that programs show for the parts: 1 January 1980, so that the same content gives the same bytes. */
const dosDate = 0x21;

/** Parts as one zip archive (PKWARE APPNOTE 6.3: local headers, central directory), piece by piece. Under 4 GiB. */
export function* zipFile(parts: readonly PackedPart[]): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    describe(local, 6, part, name.length);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    describe(entry, 8, part, name.length);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    yield Buffer.concat([local, name]);
    yield* part.chunks;
    offset += 30 + name.length + part.packed;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([central, end]);
}

/** The fields that a local header and the directory have in common: flags, method, date, sum, sizes, length of the name. */
function describe(header: Buffer, at: number, { crc, packed, size }: PackedPart, nameLength: number): void {
  header.writeUInt16LE(0x0800, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt16LE(dosDate, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(nameLength, at + 20);
}
