import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { answered, answerOf, asked, drafted } from '../../../tests/fixtures/asking.ts';
import {
  type PersonId,
  people,
  type SmallOffice,
  smallOffice,
} from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { today } from '../house.ts';
import { confirm } from '../review/answer.ts';
import { release } from '../review/release.ts';
import { withdraw } from '../review/withdraw.ts';
import { clockOf } from './clock-of.ts';
import { decline } from './decline.ts';

// Everybody tries everything with two answers to one need, with what they see and with what they saw before; a model
// that knows no tables says what may have come of it.

const walks = 500;
const seed = 20_261_128;

type Stage = 'none' | 'draft' | 'accepted' | 'agreed' | 'declined' | 'withdrawn';

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
});
after(() => office.log.close());

const acts = {
  save: (id: string, need: string, who: PersonId) =>
    drafted(office, who, 'match', id, answerOf(need, { coverage: id.endsWith('b') ? 'part' : 'whole' })),
  release: (id: string, _: string, who: PersonId, seen: number) =>
    release(office, office.actors[who], { register: 'match', id, seen }),
  confirm: (id: string, _: string, who: PersonId, seen: number, revision: number) =>
    confirm(office, office.actors[who], { register: 'match', id, seen, revision }),
  decline: (id: string, _: string, who: PersonId, seen: number, revision: number) =>
    decline(office, office.actors[who], { register: 'match', id, seen, revision, because: 'terms' }),
  withdraw: (id: string, _: string, who: PersonId, seen: number) =>
    withdraw(office, office.actors[who], { register: 'match', id, seen, reason: 'Engineers left' }),
} as const;
type ActName = keyof typeof acts;

const step = fc.record({
  act: fc.constantFrom<ActName>(
    'save',
    'release',
    'confirm',
    'decline',
    'withdraw',
    'save',
    'release',
    'release',
    'confirm',
  ),
  who: fc.constantFrom<PersonId>(
    ...people.map(({ id }) => id),
    ...(['focal-br', 'focal-br', 'focal-sn', 'focal-sn', 'clerk-br'] as const),
  ),
  which: fc.constantFrom('a', 'b'),
  looks: fc.constantFrom(true, true, true, false),
});

test(`in ${walks} walks an answer is accepted, agreed or declined by the right side alone, and the need says so`, async () => {
  let count = 0;
  const taken = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 14 }), async (begun, steps) => {
      count += 1;
      const need = `walked-${count}`;
      await asked(office, need);
      // Half the walks begin with an answer on its way, so that what lies behind it is walked often.
      if (begun) await answered(office, 'focal-br', `${need}-a`, need);
      const seen = new Map<string, { readonly seq: number; readonly revision: number }>();
      for (const { act, who, which, looks } of steps) {
        const id = `${need}-${which}`;
        if (looks || !seen.has(id)) seen.set(id, look(id));
        const { seq, revision } = seen.get(id) ?? { seq: 0, revision: 0 };
        const before = stageOf(need, id);
        const done = await attempt(() => acts[act](id, need, who, seq, revision));
        if (done) taken.set(act, (taken.get(act) ?? 0) + 1);
        judge(act, who, done, before, stageOf(need, id));
        agreesWith(need);
      }
    }),
    { numRuns: walks, seed },
  );
  for (const act of Object.keys(acts)) assert.ok((taken.get(act) ?? 0) >= 15, `${act} was hardly ever taken`);
});

function look(id: string) {
  const record = office.board.records([id]).get(id);
  return { seq: record?.seq ?? 0, revision: record?.state.inForce ?? 0 };
}

function stageOf(need: string, id: string): Stage {
  const told = office.board
    .records([need])
    .get(need)
    ?.state.matches?.find(({ match }) => match === id);
  if (told !== undefined) return told.stage;
  return office.board.records([id]).get(id) === undefined ? 'none' : 'draft';
}

async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return false;
  }
}

/** Who may bring an answer how far, said without the tables. */
function judge(act: ActName, who: PersonId, done: boolean, before: Stage, now: Stage): void {
  const what = `${act} by ${who}: ${before} → ${now}`;
  if (!done) assert.equal(now, before, what);
  if (now === before) return;
  const country = who.slice(-2);
  switch (now) {
    case 'accepted':
      assert.ok(['focal-br', 'focal-sn'].includes(who) && act === 'release', what);
      break;
    case 'agreed':
    case 'declined':
      assert.ok(who.startsWith('focal-') && ['br', 'sn'].includes(country) && before === 'accepted', what);
      break;
    case 'withdrawn':
      assert.ok(who.startsWith('focal-') && act === 'withdraw', what);
      break;
    default:
      assert.equal(before, 'none', what);
  }
}

/** The state of the need follows from the answers; of two alike never both are alive. */
function agreesWith(need: string): void {
  const record = office.board.records([need]).get(need);
  assert.ok(record);
  const matches = record.state.matches ?? [];
  const live = matches.filter(({ stage }) => stage === 'accepted' || stage === 'agreed');
  assert.ok(live.length <= 1, 'the same countries answer one need once');
  const [one] = live;
  const state = clockOf(record, today(office))?.state;
  if (one === undefined) assert.equal(state, 'open');
  else if (one.stage === 'accepted') assert.equal(state, 'inTalks');
  else assert.equal(state, one.part ? 'partlyMet' : 'agreed');
}
