import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import type { Post } from '../lifecycle/post.ts';
import { type Answer, type RecordState, type Reservation, unborn } from '../lifecycle/state.ts';
import type { Board, BoardRecord, TaskKind } from '../operations/ports/board.ts';
import { openBoard } from './open-board.ts';

const at = '2024-05-06T07:08:09.000Z';
const careFor = (register: string) => ({
  everyMonths: register === 'practice' ? 24 : 12,
  crossCheck: register !== 'source',
});

function record(
  recordId: string,
  state: Partial<RecordState>,
  parts: Partial<BoardRecord> = {},
): BoardRecord {
  const title = langText('en', recordId);
  const plain = { register: 'activity', title, countries: [], sectors: [], seq: 1, changed: 1, at };
  return { ...plain, recordId, state: { ...unborn, ...state }, ...parts };
}

function post(id: string, kind: Post['kind'], profile: Partial<Post> = {}): Post {
  return { id, kind, title: langText('en', id), languages: ['en'], openedAt: at, tenures: [], ...profile };
}

const asked: Answer = { state: 'asked', revision: 1, at, post: 'focal-br' };
const disputed: Answer = { ...asked, state: 'disputed', objections: [{ field: 'title' }] };
const focalBr = post('focal-br', 'focalPoint', { country: 'BR' });
const focalMz = post('focal-mz', 'focalPoint', { country: 'MZ' });
const typist = post('typist', 'contributor', { country: 'BR', organisation: 'Embrapa' });
const reservation: Reservation = {
  id: 'r1',
  country: 'AR',
  on: { kind: 'label', list: 'countries', code: 'FK' },
  text: langText('es', 'Reserva'),
  at,
  post: 'focal-ar',
};

function boardOf(...records: readonly BoardRecord[]): Board {
  const board = openBoard({ rules: '', careFor });
  board.apply({ records, posts: [] }, 1);
  return board;
}

function waiting(
  board: Board,
  who: Post,
  dueBefore = '2024-06-01',
  kinds: readonly TaskKind[] = [],
): readonly string[] {
  const { tasks } = board.tasks({ post: who, kinds, dueBefore, offset: 0, limit: 100 });
  return tasks.map(({ kind, record: { recordId } }) => `${kind} ${recordId}`);
}

function inFolder(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const own = { owner: 'BR', author: 'typist', organisation: 'Embrapa' } as const;

test('a submission waits for the focal points of its country, a return for who wrote it and its colleagues', () => {
  const board = boardOf(
    record('sent', { ...own, phase: 'submitted' }),
    record('back', { ...own, phase: 'returned' }),
  );
  const colleague = post('colleague', 'rosterManager', { country: 'BR', organisation: 'Embrapa' });
  const stranger = post('stranger', 'contributor', { country: 'BR', organisation: 'Fiocruz' });
  assert.deepEqual(waiting(board, focalBr), ['toReview sent']);
  assert.deepEqual(waiting(board, focalMz), []);
  for (const one of [typist, colleague]) assert.deepEqual(waiting(board, one), ['returned back']);
  assert.deepEqual(waiting(board, stranger), []);
});

test('a focal point sees its own drafts, not those of institutions', () => {
  const board = boardOf(
    record('theirs', { ...own, phase: 'draft' }),
    record('mine', { owner: 'BR', author: 'focal-br', phase: 'draft' }),
  );
  assert.deepEqual(waiting(board, focalBr), ['draft mine']);
  assert.deepEqual(waiting(board, typist), ['draft theirs']);
});

test('a country that was asked has ninety days, then it is silent', () => {
  const board = boardOf(record('asked', { ...own, phase: 'released', answers: { MZ: asked } }));
  const [task] = board.tasks({ post: focalMz, dueBefore: '', offset: 0, limit: 1 }).tasks;
  assert.deepEqual([task?.country, task?.since, task?.dueOn], ['MZ', at, '2024-08-04']);
  const silentOn = (today: string) => board.careOf('MZ', today)?.silent;
  assert.equal(silentOn('2024-08-03'), 0);
  assert.equal(silentOn('2024-08-04'), 1);
  assert.equal(board.careOf('BJ', '2024-08-04'), undefined);
});

test('a dispute is shown to the owner and to who wrote, and only once to a focal point that wrote itself', () => {
  const state = { ...own, phase: 'released', answers: { MZ: disputed } } as const;
  const board = boardOf(record('a', state), record('b', { ...state, author: 'focal-br' }));
  assert.deepEqual(waiting(board, focalBr), ['disputed a', 'disputed b']);
  assert.deepEqual(waiting(board, typist), ['disputed a']);
  assert.deepEqual(board.tasks({ post: focalBr, dueBefore: '', offset: 0, limit: 0 }), {
    tasks: [],
    counts: { disputed: 2 },
  });
});

test('a record is due as many months after its last confirmation as its register says', () => {
  const state: Partial<RecordState> = { ...own, phase: 'released', confirmed: { at, post: 'focal-br' } };
  const board = boardOf(record('activity', state), record('practice', state, { register: 'practice' }));
  assert.deepEqual(waiting(board, focalBr, '2025-05-06'), []);
  assert.deepEqual(waiting(board, focalBr, '2025-05-07'), ['due activity']);
  assert.deepEqual(waiting(board, typist, '2026-05-07'), ['due activity', 'due practice']);
});

test('stale begins three months after due, at the end of months too', () => {
  const confirmed = { at: '2023-11-30T07:08:09.000Z', post: 'focal-br' };
  const board = boardOf(record('a', { ...own, phase: 'released', confirmed }));
  const careOn = (today: string) => {
    const [{ records, fresh, due, stale } = { records: 0, fresh: 0, due: 0, stale: 0 }] = board.care(today);
    return [records, fresh, due, stale];
  };
  assert.deepEqual(careOn('2024-11-29'), [1, 1, 0, 0]);
  assert.deepEqual(careOn('2024-11-30'), [1, 0, 1, 0]);
  assert.deepEqual(careOn('2025-02-27'), [1, 0, 1, 0]);
  assert.deepEqual(careOn('2025-02-28'), [1, 0, 0, 1]);
});

test('a withdrawn record waits for nobody until it is written anew', () => {
  const state: Partial<RecordState> = {
    ...own,
    answers: { MZ: asked, AO: disputed },
    confirmed: { at, post: 'focal-br' },
    possibleDuplicates: [{ other: 'b', because: ['title'] }],
    withdrawn: { at },
  };
  const board = boardOf(
    record('over', { ...state, phase: 'released' }),
    record('anew', { ...state, phase: 'draft' }),
  );
  for (const who of [focalBr, focalMz, post('office', 'secretariat')]) {
    assert.deepEqual(waiting(board, who, '2099-01-01'), []);
  }
  assert.deepEqual(waiting(board, typist, '2099-01-01'), ['draft anew']);
  assert.deepEqual(board.care('2099-01-01'), []);
});

test('a focal point with a part of the records sees that part and what belongs to none; counts agree', () => {
  const submitted = { owner: 'BR', phase: 'submitted' } as const;
  const board = boardOf(
    record('farming', { ...submitted, organisation: 'Embrapa' }, { sectors: ['311', '410'] }),
    record('health', { ...submitted, organisation: 'Fiocruz' }, { sectors: ['120'] }),
    record('unsaid', submitted),
    // Within a longer code, a code is not found.
    record('longer', submitted, { sectors: ['3110'] }),
  );
  const farmer = { ...focalBr, sectors: ['311'] };
  assert.deepEqual(waiting(board, farmer), ['toReview farming', 'toReview unsaid']);
  assert.deepEqual(waiting(board, { ...focalBr, organisations: ['Fiocruz'] }), [
    'toReview health',
    'toReview unsaid',
    'toReview longer',
  ]);
  assert.deepEqual(waiting(board, { ...farmer, organisations: ['Fiocruz'] }), ['toReview unsaid']);
  assert.deepEqual(board.tasks({ post: farmer, dueBefore: '', offset: 1, limit: 1 }).counts, { toReview: 2 });
});

test('a pair waits as long as the country has not said yes; duplicates wait for offices of the whole node too', () => {
  const pair = { other: 'x', score: 0.9, because: [], agreed: ['MZ'] };
  const possibleDuplicates = [{ other: 'x', because: ['title'] }];
  const board = boardOf(
    record('open', { owner: 'BR', pairs: [pair] }),
    record('agreed', { owner: 'BR', pairs: [{ ...pair, agreed: ['BR'] }] }),
    record('nobodys', { possibleDuplicates }),
    record('owned', { owner: 'BR', possibleDuplicates }),
  );
  assert.deepEqual(waiting(board, focalBr), ['pair open', 'duplicate owned']);
  for (const kind of ['secretariat', 'administrator'] as const) {
    assert.deepEqual(waiting(board, post('office', kind)), ['duplicate nobodys', 'duplicate owned']);
  }
  assert.deepEqual(waiting(board, focalBr, '2024-06-01', ['duplicate']), ['duplicate owned']);
});

test('what a third party says waits for each country that it names, until that has spoken of this revision', () => {
  const said = { phase: 'observed', inForce: 2 } as const;
  const named = { countries: ['BR', 'MZ'] };
  const no = { country: 'BR', revision: 2, at, post: 'focal-br' };
  const board = boardOf(
    record('said', said, named),
    record('refused', { ...said, rejections: [no] }, named),
    record('saidAnew', { ...said, inForce: 3, rejections: [no] }, named),
    record('owned', { ...own, ...said, phase: 'draft' }, named),
    record('elsewhere', said, { countries: ['MZ'] }),
    record('document', said, { ...named, register: 'source' }),
  );
  assert.deepEqual(waiting(board, focalBr), ['observed said', 'observed saidAnew']);
  assert.deepEqual(waiting(board, focalMz).length, 4);
  assert.deepEqual(waiting(board, post('office', 'secretariat')), []);
});

test('a record written again leaves nothing of what it was', () => {
  const board = boardOf(record('a', { ...own, phase: 'submitted', answers: { MZ: asked } }));
  board.apply({ records: [record('a', { phase: 'observed' }, { seq: 2 })], posts: [] }, 2);
  for (const who of [focalBr, focalMz, typist]) assert.deepEqual(waiting(board, who), []);
  assert.deepEqual(board.sentBy(typist, 9), []);
  assert.deepEqual(board.care('2024-06-01'), []);
});

const filled = record('a', { ...own, phase: 'submitted' }, { sectors: ['311'] });

/** Fills the folder's board, does something to the folder, and opens it again. */
function reopened(folder: string, between: (file: string) => void, rules = 'one'): Board {
  const board = openBoard({ folder, rules: 'one', careFor });
  const records = [filled, ...Array.from({ length: 200 }, (_, n) => ({ ...filled, recordId: `r${n}` }))];
  board.apply({ records, posts: [focalBr, typist], reservations: [reservation] }, 7);
  board.apply({ records: [], posts: [{ ...typist, organisation: 'Fiocruz' }] }, 8);
  board.close();
  between(join(folder, 'board.db'));
  return openBoard({ folder, rules, careFor });
}

test('reopening keeps everything', () => {
  inFolder((folder) => {
    const board = reopened(folder, () => {});
    assert.equal(board.position(), 8);
    assert.deepEqual([...board.posts().values()], [focalBr, { ...typist, organisation: 'Fiocruz' }]);
    assert.deepEqual(board.reservations(), [reservation]);
    assert.deepEqual(board.records(['a']).get('a'), filled);
    assert.equal(waiting(board, focalBr).length, 100);
    board.close();
  });
});

const damages: Readonly<Record<string, (file: string) => void>> = {
  'is something else': (file) =>
    writeFileSync(file, 'not a database at all, but a text of some length'.repeat(200)),
  'was cut off': (file) => truncateSync(file, 6000),
  'has a foreign beginning': (file) => overwrite(file, 0, 100),
  'has a damaged list of tables': (file) => overwrite(file, 100, 4000),
  'is empty': (file) => truncateSync(file, 0),
  'is gone': (file) => rmSync(file),
};

function overwrite(file: string, from: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  closeSync(handle);
}

for (const [what, damage] of Object.entries(damages)) {
  test(`a file that ${what} is made anew from the beginning of the log`, () => {
    inFolder((folder) => assertNew(reopened(folder, damage)));
  });
}

test('a file made under other rules is made anew', () => {
  inFolder((folder) => assertNew(reopened(folder, () => {}, 'two')));
});

function assertNew(board: Board): void {
  assert.equal(board.position(), 0);
  assert.equal(board.posts().size, 0);
  assert.deepEqual(board.reservations(), []);
  assert.deepEqual(waiting(board, focalBr), []);
  board.apply({ records: [filled], posts: [] }, 1);
  assert.deepEqual(waiting(board, focalBr), ['toReview a']);
  board.close();
}

function indexesIn(folder: string): readonly unknown[] {
  const db = new DatabaseSync(join(folder, 'board.db'), { readOnly: true });
  const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name").all();
  db.close();
  return rows.map(({ name }) => name);
}

test('while most of a log lies ahead answers are the same, and afterwards the file is as it always was', () => {
  inFolder((folder) => {
    const usual = reopened(folder, () => {});
    usual.expectMuch(true);
    usual.apply({ records: [record('late', { ...own, owner: 'MZ', phase: 'submitted' })], posts: [] }, 9);
    const meanwhile = waiting(usual, focalMz);
    assert.deepEqual(meanwhile, ['toReview late']);
    usual.expectMuch(false);
    assert.deepEqual(waiting(usual, focalMz), meanwhile);
    usual.close();
    const whole = indexesIn(folder);
    const killed = openBoard({ folder, rules: 'one', careFor });
    killed.expectMuch(true);
    killed.close();
    assert.ok(indexesIn(folder).length < whole.length);
    const again = openBoard({ folder, rules: 'one', careFor });
    assert.equal(again.position(), 9);
    assert.deepEqual(waiting(again, focalMz), meanwhile);
    again.close();
    assert.deepEqual(indexesIn(folder), whole);
    again.expectMuch(false);
  });
});

test('damage that shows later throws, and the next start makes the file anew', () => {
  inFolder((folder) => {
    // The first pages hold what is read at the start.
    const board = reopened(folder, (file) => overwrite(file, 60_000, statSync(file).size - 60_000));
    assert.equal(board.position(), 8);
    assert.throws(() => {
      waiting(board, focalBr);
      board.records(['a', 'r100', 'r199']);
    });
    assert.deepEqual(readdirSync(folder), []);
    assertNew(openBoard({ folder, rules: 'one', careFor }));
  });
});

test('changes that cannot be taken in whole are not taken in at all', () => {
  const board = boardOf(record('a', { ...own, phase: 'submitted' }));
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const broken = record('c', {
    answers: { MZ: { ...disputed, objections: [{ field: 'x', says: circle }] } },
  });
  assert.throws(() => board.apply({ records: [record('b', {}), broken], posts: [focalBr] }, 2), TypeError);
  assert.deepEqual([...board.records(['a', 'b', 'c']).keys()], ['a']);
  assert.equal(board.position(), 1);
  assert.equal(board.posts().size, 0);
});

test('a second process does not wait for the file but builds a board of its own', () => {
  inFolder((folder) => {
    const first = reopened(folder, () => {});
    const second = openBoard({ folder, rules: 'one', careFor });
    assert.equal(second.position(), 0);
    second.apply({ records: [], posts: [] }, 3);
    assert.equal(first.position(), 8);
    second.close();
    first.close();
    const again = openBoard({ folder, rules: 'one', careFor });
    assert.equal(again.position(), 8);
    again.close();
  });
});
