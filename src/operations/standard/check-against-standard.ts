import { gunzipped } from '../../exchange/files/gunzipped.ts';
import { type CheckedFile, checkIatiFile } from '../../exchange/iati/check/check-file.ts';
import { checkBySchema, findSchema } from '../../exchange/iati/check/schema-check.ts';
import type { StandardFinding } from '../../exchange/iati/check/standard-finding.ts';
import type { InputFile } from '../../exchange/incoming.ts';
import { Fault } from '../../kernel/fault.ts';
import { shippedTables } from '../../vocabulary/iati-tables.ts';
import type { House } from '../house.ts';

/** What a check needs of the house: no log, no index. */
export type StandardAtHand = Pick<House, 'limits' | 'clock' | 'codeTables' | 'schemaFolder'>;

/** What a file was found to be; an older one that its own schema judged has no version that our tables know. */
export type Judged =
  | (CheckedFile & { readonly schema?: undefined })
  | { readonly schema: string; readonly records: 0; readonly stopped?: undefined };

/**
 * Holds an IATI file, also packed with gzip, against the standard and tells of each finding as it is made.
 * @throws Fault `fileTooLarge` {file, got, limit}, and all that reading it may throw before its first record.
 */
export async function checkAgainstStandard(
  house: StandardAtHand,
  file: InputFile,
  onFinding: (finding: StandardFinding) => void,
  onBytes?: (taken: number) => void,
): Promise<Judged> {
  const { limits, clock } = house;
  if (file.size > limits.fileBytes) {
    throw new Fault('fileTooLarge', { file: file.name, got: file.size, limit: limits.fileBytes });
  }
  const plain = (await isPacked(file)) ? gunzipped(file, limits) : file;
  try {
    return await checkIatiFile(plain, {
      limits,
      tables: house.codeTables?.() ?? shippedTables,
      now: clock.now().toISOString(),
      onFinding,
      ...(onBytes === undefined ? {} : { onBytes }),
    });
  } catch (error) {
    const version = error instanceof Fault && error.code === 'oldStandard' ? error.params['got'] : undefined;
    const named = String(version ?? '').replace('IATI ', '');
    const schema = house.schemaFolder === undefined ? undefined : findSchema(house.schemaFolder, named);
    if (schema === undefined) throw error;
    await checkBySchema(plain, schema, named, onFinding);
    return { schema: named, records: 0 };
  }
}

/** Whether the file begins as gzip does. */
async function isPacked(file: InputFile): Promise<boolean> {
  let head = Buffer.alloc(0);
  for await (const piece of file.bytes()) {
    head = Buffer.concat([head, piece]);
    if (head.length >= 2) break;
  }
  return head[0] === 0x1f && head[1] === 0x8b;
}
