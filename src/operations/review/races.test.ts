import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { revise } from '../revise.ts';
import { confirm, dispute, letPass } from './answer.ts';
import { release } from './release.ts';
import { returnRecord, submit } from './submit.ts';

const races = 500;
const register = 'activity';
const values = {
  title: english('Wells'),
  participants: [
    { country: 'SN', role: 'provider' },
    { country: 'BR', role: 'recipient' },
  ],
};

async function draftOf(office: SmallOffice, id: string): Promise<number> {
  const writer = { actor: office.actors['clerk-sn'], as: 'party', door: 'form' } as const;
  const { shown } = await revise(office, { register, id, values, basedOn: 0, writer });
  return shown.seq;
}

/** Lets all run at once: one wins, and each of the others hears that the record has moved on. */
async function race(acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const results = await Promise.allSettled(acts.map((act) => act()));
  const told = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  assert.equal(told.length, acts.length - 1, 'more than one has won, or none');
  for (const reason of told) {
    assert.ok(reason instanceof Fault && reason.meaning === 'conflict', String(reason));
    assert.ok(['recordMoved', 'revisionMoved', 'wrongStep'].includes(reason.code), reason.code);
  }
}

test(`of focal points and clerks who act on one draft at once exactly one wins, ${races} times`, async () => {
  const office = await smallOffice();
  const { actors } = office;
  for (let i = 0; i < races; i += 1) {
    const id = `draft-${i}`;
    await draftOf(office, id);
    const known = office.board.records([id]).get(id);
    const { seq } = await submit(office, actors['clerk-sn'], { register, id, seen: known?.seq ?? 0 });
    const act = { register, id, seen: seq };
    const remarks = [{ field: 'title', text: 'Which?' }];
    await race([
      () => release(office, actors['focal-sn'], act),
      () => returnRecord(office, actors['focal-sn'], { ...act, remarks }),
      () => release(office, actors['focal-sn'], act),
    ]);
    const history = await office.log.history(id);
    assert.equal(history.filter((entry) => entry.kind === 'event').length, 2, 'submitted, and what won');
  }
});

test(`of answers given at once exactly one stands, ${races} times, and every acknowledged one is in the log`, async () => {
  const office = await smallOffice();
  const { actors } = office;
  for (let i = 0; i < races; i += 1) {
    const id = `answer-${i}`;
    const seen = await draftOf(office, id);
    const { seq } = await release(office, actors['focal-sn'], { register, id, seen });
    const act = { register, id, seen: seq, revision: 1 };
    await race([
      () => confirm(office, actors['focal-br'], act),
      () => dispute(office, actors['focal-br'], { ...act, objections: [{ field: 'title' }] }),
      () => letPass(office, actors['focal-br'], act),
    ]);
    const history = await office.log.history(id);
    assert.equal(history.filter((entry) => entry.kind === 'event').length, 2, 'released, and what won');
  }
});

test('an answer to a revision that is no longer in force is refused and changes nothing', async () => {
  const office = await smallOffice();
  const { actors } = office;
  const seen = await draftOf(office, 'moved');
  await release(office, actors['focal-sn'], { register, id: 'moved', seen });
  const writer = { actor: actors['focal-sn'], as: 'party', door: 'form' } as const;
  const next = { ...values, title: english('Deeper wells') };
  const { shown } = await revise(office, { register, id: 'moved', values: next, basedOn: 1, writer });
  const released = await release(office, actors['focal-sn'], { register, id: 'moved', seen: shown.seq });
  const head = await office.log.head();
  const late = { register, id: 'moved', seen: released.seq, revision: 1 };
  await assert.rejects(
    confirm(office, actors['focal-br'], late),
    (error) => error instanceof Fault && error.code === 'notInForce',
  );
  assert.equal(await office.log.head(), head);
});
