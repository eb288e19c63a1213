import { Fault } from '../kernel/fault.ts';
import { decodeText } from './files/decode-text.ts';
import { gunzipped } from './files/gunzipped.ts';
import { officeEncoding } from './files/office-encoding.ts';
import { type Sniffed, sniff } from './files/sniff.ts';
import { type ReadOptions as IatiOptions, readIati } from './iati/read-iati.ts';
import type { InputFile, ReadItem } from './incoming.ts';
import { readJsonArray } from './json/read-json-array.ts';
import { readJsonLines } from './json/read-json-lines.ts';
import type { InputLimits } from './limits.ts';
import { delimiterOf } from './sheets/delimiter.ts';
import { readCsv } from './sheets/read-csv.ts';
import { readWorkbook } from './sheets/read-workbook.ts';
import { interpret } from './tables/interpret.ts';
import { LabelBook } from './tables/label-book.ts';
import type { TableMapping } from './tables/mapping.ts';
import type { SourceItem } from './tables/source-row.ts';

/** Bytes looked at to tell what a file is. */
const headBytes = 64 * 1024;

interface ReadOptions {
  readonly limits: InputLimits;
  readonly mappings: readonly TableMapping[];
  /** Knows what columns are called; without it by their bare names only. */
  readonly labels?: LabelBook;
  /** The node that reads: a workbook that another has written is refused. Without it any is read. */
  readonly node?: string;
  /** The language of the office that sends it: a table that is not in UTF-8 is read as offices write there, and says so. */
  readonly language?: string;
  /** Hears how many bytes of the stored file have been taken, for progress. */
  readonly onBytes?: (taken: number) => void;
  /** Give what a row says beside its values, to be kept. */
  readonly keep?: boolean;
  /** Hold records of IATI files against the standard too. */
  readonly standard?: IatiOptions['standard'];
}

/**
 * Everything that a file holds, one item for each row, line or element, whatever its format: the content decides, not
 * the name. Streams: memory does not grow with the file, workbooks apart.
 * @throws Fault where the file as a whole cannot be read (`fileTooLarge`, `emptyFile`, `notText`, `unknownFormat`,
 * `badEncoding`, `truncated`, `noKnownColumns`, `notAWorkbook` …). What is wrong with a single row is a finding of its item.
 */
export async function* readFile(file: InputFile, options: ReadOptions): AsyncGenerator<ReadItem> {
  try {
    yield* readItems(file, options);
  } catch (error) {
    if (!(error instanceof Fault) || error.params['file'] !== undefined) throw error;
    throw new Fault(error.code, { ...error.params, file: file.name }, error);
  }
}

async function* readItems(file: InputFile, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { limits, onBytes } = options;
  if (file.size > limits.fileBytes) {
    throw new Fault('fileTooLarge', { file: file.name, limit: limits.fileBytes, got: file.size });
  }
  const outer = await sniffFile(file);
  const packed = outer.kind === 'gzip';
  const inner = packed ? gunzipped(file, limits) : file;
  const { kind } = packed ? await sniffFile(inner) : outer;
  if (packed && (kind === 'gzip' || kind === 'zip')) {
    throw new Fault('unknownFormat', { file: file.name, got: `${kind} in gzip`, right: 'XLSX, CSV.GZ' });
  }
  if (kind === 'xml') {
    yield* readIati(inner, limits, {
      keep: options.keep === true,
      ...(options.standard === undefined ? {} : { standard: options.standard }),
      ...(onBytes === undefined ? {} : { onBytes }),
    });
    return;
  }
  const labels = options.labels ?? bareNames;
  if (kind === 'zip') yield* readWorkbook(inner, { ...options, labels });
  else yield* readText(inner, kind, options, labels);
}

const bareNames = new LabelBook([]);

async function* readText(
  file: InputFile,
  kind: Sniffed['kind'],
  options: ReadOptions,
  labels: LabelBook,
): AsyncGenerator<ReadItem> {
  const { limits, mappings, onBytes } = options;
  try {
    if (kind === 'table') yield* interpret(await readTable(file, options), mappings, labels);
    else {
      const text = decodeText(file.bytes(onBytes));
      const items = kind === 'jsonArray' ? readJsonArray(text, limits) : readJsonLines(text, limits);
      yield* interpret(items, mappings, labels);
    }
  } catch (error) {
    const asBook = /\.xls[xmb]?$/i.test(file.name);
    if (!asBook || !(error instanceof Fault) || error.code !== 'noKnownColumns') throw error;
    throw new Fault('notAWorkbook', { file: file.name }, error);
  }
}

/** Rows of a CSV file, in UTF-8 or in what its mapping says, else in what offices write; the last is told at its first row. */
async function readTable(
  file: InputFile,
  { limits, mappings, language, onBytes }: ReadOptions,
): Promise<AsyncIterable<SourceItem>> {
  const mapped = await otherEncoding(file, mappings);
  const guessed = mapped === undefined && language !== undefined ? officeEncoding(language) : undefined;
  let untold: string | undefined;
  const onTaken = () => {
    untold = guessed;
  };
  const text = decodeText(file.bytes(onBytes), {
    encoding: mapped ?? guessed,
    onTaken,
    right: 'CSV UTF-8, XLSX',
  });
  return (async function* () {
    for await (const item of readCsv(text, limits)) {
      if (untold === undefined || 'header' in item) {
        yield item;
        continue;
      }
      const params = { got: untold };
      untold = undefined;
      const finding = { severity: 'warning', path: '', code: 'encodingGuessed', params } as const;
      yield { ...item, findings: [finding, ...item.findings] };
    }
  })();
}

/** The encoding that a mapping names for tables with the header of this one: headers of these are plain letters. */
async function otherEncoding(
  file: InputFile,
  mappings: readonly TableMapping[],
): Promise<string | undefined> {
  const named = mappings.filter(({ encoding }) => encoding !== undefined);
  if (named.length === 0) return undefined;
  const [line = ''] = (await headOf(file)).toString('latin1').split(/[\r\n]/, 1);
  const columns = line.split(delimiterOf(line)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return named.find((mapping) => mapping.fitsHeader(columns))?.encoding;
}

/** @throws Fault for what is empty or known to be something else. */
async function sniffFile(file: InputFile): Promise<Sniffed> {
  const sniffed = sniff(await headOf(file));
  if (sniffed.kind === 'empty') throw new Fault('emptyFile', { file: file.name });
  if (sniffed.kind !== 'refused') return sniffed;
  throw new Fault(sniffed.fault, { file: file.name, got: sniffed.got, right: sniffed.right });
}

async function headOf(file: InputFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.bytes()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= headBytes) break;
  }
  return Buffer.concat(chunks);
}
