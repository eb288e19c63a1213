import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { erasePerson } from '../posts/erase-person.ts';
import { keepForm, keptForm } from './typed-form.ts';

test('what was typed is kept for its author alone, and for twelve hours', async () => {
  const office = await smallOffice();
  const [own, other] = [office.actors['clerk-sn'].account, office.actors['focal-sn'].account];
  const id = await keepForm(office, own, 'title.en=Wells');
  assert.equal(await keptForm(office, own, id), 'title.en=Wells');
  assert.equal(await keptForm(office, other, id), undefined);
  assert.equal(await keptForm(office, own, 'made-up'), undefined);
  const began = office.clock.now().getTime();
  office.clock.set(new Date(began + 12 * 3_600_000).toISOString());
  assert.equal(await keptForm(office, own, id), 'title.en=Wells');
  office.clock.set(new Date(began + 12 * 3_600_000 + 1).toISOString());
  assert.equal(await keptForm(office, own, id), undefined);
});

test('of one person the thirty newest forms are kept, and none of who is erased', async () => {
  const office = await smallOffice();
  const [own, other] = [office.actors['clerk-sn'].account, office.actors['focal-sn'].account];
  const others = await keepForm(office, other, 'a=b');
  const ids: string[] = [];
  for (let n = 0; n < 32; n += 1) {
    office.clock.set(new Date(office.clock.now().getTime() + 1_000).toISOString());
    ids.push(await keepForm(office, own, `n=${n}`));
  }
  const held = await Promise.all(ids.map((id) => keptForm(office, own, id)));
  assert.deepEqual([held[0], held[1], held[2]], [undefined, undefined, 'n=2']);
  assert.equal(held.filter((one) => one !== undefined).length, 30);
  await erasePerson(office, 'clerk-sn@example.org');
  assert.equal(await keptForm(office, own, ids.at(-1) ?? ''), undefined);
  assert.equal(await keptForm(office, other, others), 'a=b');
});
