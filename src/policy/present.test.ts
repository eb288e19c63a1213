import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audiences } from '../fields/field.ts';
import type { Revision } from '../lifecycle/revision.ts';
import { unborn } from '../lifecycle/state.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { digestOf } from '../registers/digest.ts';
import { maySee, present } from './present.ts';

const canary = 'canary-7f3a9';

/** A revision in which every field holds a canary that names it. */
function revisionOf(register: (typeof allRegisters)[number], more: object = {}): Revision {
  const values = Object.keys(register.fields).map((name) => [name, `${canary}-${name}`]);
  return {
    recordId: 'a',
    register: register.name,
    number: 3,
    version: 1,
    values: { ...Object.fromEntries(values), ...more },
    post: 'intake',
    at: '2024-05-06T07:08:09.000Z',
    origin: { door: 'import', standing: 'thirdParty', file: 'table.csv' },
  };
}

test('each audience sees what the narrower one sees, and the focal point sees all', () => {
  for (const seenBy of audiences) assert.equal(maySee('focalPoint', seenBy), true);
  assert.deepEqual(
    audiences.filter((seenBy) => maySee('partners', seenBy)),
    ['everybody', 'partners'],
  );
  assert.deepEqual(
    audiences.filter((seenBy) => maySee('everybody', seenBy)),
    ['everybody'],
  );
});

test('a restricted field never leaves the house for everybody: neither its words nor its name', () => {
  for (const register of allRegisters) {
    const shown = present(register, revisionOf(register), { ...unborn, standing: 'thirdParty' }, 'everybody');
    for (const [name, field] of Object.entries(register.fields)) {
      const restricted = field.seenBy !== 'everybody';
      assert.equal(Object.hasOwn(shown.values, name), !restricted, `${register.name}.${name}`);
      assert.equal(JSON.stringify(shown.values).includes(`${canary}-${name}"`), !restricted);
    }
  }
});

test('contacts are restricted wherever a register has them', () => {
  const having = allRegisters.filter(({ fields }) => fields['contacts'] !== undefined);
  assert.deepEqual(
    having.map(({ name }) => name),
    ['activity', 'need', 'offer', 'match', 'organisation'],
  );
  // Those of who asks and who answers are for the sides that have agreed.
  for (const { fields } of having) {
    const onAgreement = fields['onAgreement'] !== undefined;
    assert.equal(fields['contacts']?.seenBy, onAgreement ? 'partners' : 'focalPoint');
  }
});

test('contacts are not even counted or searched', () => {
  const contacts = [{ person: canary, email: `${canary}@example.org` }];
  for (const register of allRegisters) {
    const digest = digestOf(register, register.fields['contacts'] === undefined ? {} : { contacts });
    assert.equal(JSON.stringify(digest).includes(canary), false);
  }
});

test('the focal point sees contacts', () => {
  const [activity] = allRegisters.filter(({ name }) => name === 'activity');
  assert.ok(activity);
  const shown = present(activity, revisionOf(activity), { ...unborn, standing: 'party' }, 'focalPoint');
  assert.equal(shown.values['contacts'], `${canary}-contacts`);
});

test('what the register does not declare is not shown to anybody', () => {
  for (const register of allRegisters) {
    const strange = JSON.parse('{"shoeSize": 44, "constructor": "x", "__proto__": {"seenBy": "everybody"}}');
    const shown = present(
      register,
      revisionOf(register, strange),
      { ...unborn, standing: 'party' },
      'focalPoint',
    );
    assert.deepEqual(Object.keys(shown.values), Object.keys(register.fields));
  }
});

test('who said it, when, where it came from and whether it still stands go with the values', () => {
  const [register] = allRegisters;
  assert.ok(register);
  const withdrawn = { at: '2024-06-01T00:00:00.000Z', into: 'b' };
  const shown = present(
    register,
    { ...revisionOf(register), reason: 'typo' },
    { ...unborn, standing: 'party', withdrawn },
    'partners',
  );
  assert.partialDeepStrictEqual(
    { ...shown },
    { id: 'a', revision: 3, post: 'intake', standing: 'party', withdrawn, reason: 'typo' },
  );
  assert.equal(shown.origin.file, 'table.csv');
  assert.equal(
    'withdrawn' in present(register, revisionOf(register), { ...unborn, standing: 'party' }, 'everybody'),
    false,
  );
});
