import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';

/** What a file of weights holds, by name: numbers of one type, or words. */
export type Section = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array | readonly string[];

interface Described {
  readonly name: string;
  readonly type: keyof typeof arrays | 'words';
  readonly at: number;
  readonly bytes: number;
}

const arrays = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;
const magic = 'SBW1';
/** Every section begins at a multiple of this, so that numbers can be read where they stand. */
const step = 8;

/**
 * Writes sections as one file, compressed by Brotli: `SBW1`, the length of a table (Uint32, little endian), the table as
 * JSON, the sections. The same sections give the same bytes on the same version of Node. Words are UTF-8, one a line.
 */
export function packSections(sections: Readonly<Record<string, Section>>): Uint8Array {
  const parts: { bytes: Uint8Array; described: Described }[] = [];
  let at = 0;
  for (const [name, section] of Object.entries(sections)) {
    const bytes = bytesOf(section);
    parts.push({ bytes, described: { name, type: typeOf(section), at, bytes: bytes.length } });
    at = roundUp(at + bytes.length);
  }
  const table = new TextEncoder().encode(JSON.stringify(parts.map(({ described }) => described)));
  const begin = roundUp(8 + table.length);
  const file = new Uint8Array(begin + at);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(4, table.length, true);
  file.set(table, 8);
  for (const { bytes, described } of parts) file.set(bytes, begin + described.at);
  return compressed(file);
}

/** The sections of a file of weights. */
export interface Sections {
  numbers<T extends keyof typeof arrays>(name: string, type: T): InstanceType<(typeof arrays)[T]>;
  words(name: string): readonly string[];
}

/**
 * Opens a file that `packSections` wrote.
 * @throws Fault `damagedWeights` when it is no such file, is cut off, or lacks a section that is asked for.
 */
export function openSections(given: Uint8Array): Sections {
  const file = expanded(given);
  const table = tableOf(file);
  const begin = roundUp(8 + new DataView(file.buffer).getUint32(4, true));
  const find = (name: string, type: Described['type']): Uint8Array => {
    const described = table.find((one) => one.name === name && one.type === type);
    const end = begin + (described?.at ?? 0) + (described?.bytes ?? 0);
    if (described === undefined || end > file.length) throw new Fault('damagedWeights', { what: name });
    return file.subarray(begin + described.at, end);
  };
  return {
    numbers: (name, type) => {
      const bytes = find(name, type);
      const made = arrays[type];
      const length = bytes.length / made.BYTES_PER_ELEMENT;
      // The constructor of a named type gives that type; TypeScript does not follow it through the table.
      return new made(file.buffer, bytes.byteOffset, length) as InstanceType<(typeof arrays)[typeof type]>;
    },
    words: (name) => {
      const text = new TextDecoder().decode(find(name, 'words'));
      return text === '' ? [] : text.split('\n');
    },
  };
}

function compressed(file: Uint8Array): Uint8Array {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: file.length,
  };
  return new Uint8Array(brotliCompressSync(file, { params }));
}

function expanded(given: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    // A copy begins where numbers of four bytes may stand, whatever the bytes were part of.
    return new Uint8Array(brotliDecompressSync(given));
  } catch {
    throw new Fault('damagedWeights', { what: magic });
  }
}

function tableOf(file: Uint8Array): readonly Described[] {
  const isOurs = new TextDecoder().decode(file.subarray(0, 4)) === magic && file.length >= 8;
  if (!isOurs) throw new Fault('damagedWeights', { what: magic });
  const length = new DataView(file.buffer).getUint32(4, true);
  try {
    // Written by `packSections`; what does not fit is found when a section is asked for.
    return JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Described[];
  } catch {
    throw new Fault('damagedWeights', { what: magic });
  }
}

function typeOf(section: Section): Described['type'] {
  for (const [name, made] of Object.entries(arrays)) {
    // The keys of the table are its types.
    if (section instanceof made) return name as keyof typeof arrays;
  }
  return 'words';
}

function bytesOf(section: Section): Uint8Array {
  if (ArrayBuffer.isView(section)) {
    return new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
  }
  return new TextEncoder().encode(section.join('\n'));
}

function roundUp(length: number): number {
  return Math.ceil(length / step) * step;
}
