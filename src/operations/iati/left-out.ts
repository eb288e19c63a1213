import { writeIati } from '../../exchange/iati/write-iati.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { langText } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { FindRequest } from '../find.ts';
import { follow } from '../follow.ts';
import { type House, today } from '../house.ts';
import { askIndex } from '../internal/ask-index.ts';
import { inForce } from '../internal/in-force.ts';
import type { IatiFile } from './files.ts';
import { withKeptSources } from './with-kept.ts';

type Asked = Pick<IatiFile, 'publisher' | 'register'>;
type Question = Pick<FindRequest, 'words' | 'lang' | 'filters'>;

/** A record as it was looked at last: the same revision needs no second look. */
interface Looked {
  readonly revision: number | undefined;
  readonly isLeftOut: boolean;
}

const looked = new WeakMap<House, Map<RecordId, Looked>>();
const chunk = 500;
/** Most files have something in the first few records. */
const firstFew = 10;

/**
 * How many records a publisher has released that its file cannot hold: those without a start, and those whose source
 * lacks more of what the standard demands than can be left out in pieces. Each revision is looked at once.
 */
export async function leftOutOf(house: House, file: Asked): Promise<number> {
  let count = 0;
  for await (const some of lookedAt(house, file.register, allOf(file)))
    count += some.filter((isLeftOut) => isLeftOut).length;
  return count;
}

/** Whether nothing is left that the file could hold: the schema refuses a file without any record. */
export async function isNothingLeft(house: House, file: IatiFile): Promise<boolean> {
  if (file.itself !== undefined) return false;
  return isNothingFound(house, file.register, allOf(file));
}

/** Whether a search finds nothing that a file could hold. */
export async function isNothingFound(
  house: House,
  register: IatiFile['register'],
  asked: Question,
): Promise<boolean> {
  await follow(house);
  for await (const some of lookedAt(house, register, asked)) if (some.includes(false)) return false;
  return true;
}

function allOf({ publisher, register }: Asked): Question {
  return { words: '', lang: 'en', filters: { kind: [register], organisation: [publisher] } };
}

/** For each record that is found, oldest first, whether it is left out; some at a time. */
async function* lookedAt(
  house: House,
  register: IatiFile['register'],
  { words, lang, filters }: Question,
): AsyncGenerator<readonly boolean[]> {
  const question = { words, lang, filters, sort: 'oldest', offset: 0, count: [] } as const;
  const { total } = askIndex(house, { ...question, limit: 0 });
  const ids = askIndex(house, { ...question, limit: total }).hits.map(({ recordId }) => recordId);
  for (let at = 0; at < ids.length; at += at === 0 ? firstFew : chunk) {
    const some = ids.slice(at, at + (at === 0 ? firstFew : chunk));
    yield await look(house, register, some);
  }
}

async function look(
  house: House,
  register: IatiFile['register'],
  ids: readonly RecordId[],
): Promise<readonly boolean[]> {
  const known = looked.get(house) ?? new Map<RecordId, Looked>();
  looked.set(house, known);
  const records = house.board.records(ids);
  const inForceNow = (id: RecordId) => records.get(id)?.state.inForce;
  const fresh = ids.filter((id) => {
    const before = known.get(id);
    return before === undefined || before.revision !== inForceNow(id);
  });
  const without = fresh.length === 0 ? new Set<RecordId>() : await leftOutAmong(house, register, fresh);
  for (const id of fresh) known.set(id, { revision: inForceNow(id), isLeftOut: without.has(id) });
  return ids.map((id) => known.get(id)?.isLeftOut === true);
}

/** Writes the records as their file would, for nobody, and listens for what does not come. */
async function leftOutAmong(
  house: House,
  register: IatiFile['register'],
  ids: readonly RecordId[],
): Promise<ReadonlySet<RecordId>> {
  const without = new Set<RecordId>();
  const nobody = { ref: '-', type: '90', name: langText('und', '-'), secondary: false };
  const records = await withKeptSources(house, await inForce(house, ids), 'everybody');
  const texts = writeIati(each(records), getRegister(register), {
    today: today(house),
    generatedAt: house.clock.now().toISOString(),
    vocabulary: '',
    reporter: async () => nobody,
    validAlone: true,
    onLeftOut: ({ id }) => without.add(id),
  });
  for await (const _ of texts);
  return without;
}

async function* each(records: readonly Presented[]): AsyncGenerator<Presented> {
  yield* records;
}
