import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  refuses,
  register,
  released,
  stateOf,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import { liftReservation, liftWords, reserve, reserveWords } from './reserve.ts';

const text = english('Brazil says trilateral.');
const onRecord = { kind: 'record' } as const;
const label = { kind: 'label', list: 'modality', code: 'triangular' } as const;

test('any country may attach a reservation to a record in force, or to a field of it; one event, nothing else', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-mz'];
  await released(office, 'a');
  const base = { recordId: 'a', register, type: 'reserved', country: 'MZ', post: 'focal-mz', text };
  for (const on of [onRecord, { kind: 'field', field: 'title' }] as const) {
    const events = await writtenBy(office, () => reserve(office, focal, { ...actOn(office, 'a'), on, text }));
    assert.equal(events.length, 1);
    assert.partialDeepStrictEqual(events, [{ ...base, on }]);
  }
  const ids = stateOf(office, 'a').reservations.map(({ id }) => id);
  assert.equal(new Set(ids).size, 2, 'each has a name by which it is lifted');
});

test('a reservation says something, and of a field that there is', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await released(office, 'a');
  const act = { ...actOn(office, 'a'), on: onRecord, text };
  await refuses(office, () => reserve(office, focal, { ...act, text: english(' ') }), 'invalid', {
    place: 'text',
  });
  for (const field of ['shoeSize', 'constructor']) {
    const on = { kind: 'field', field } as const;
    await refuses(office, () => reserve(office, focal, { ...act, on }), 'invalid', { got: field });
  }
});

test('nobody but a focal point reserves, and nothing that is not in force', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  const act = { ...actOn(office, 'a'), on: onRecord, text };
  for (const by of ['clerk-br', 'secretariat', 'administrator', 'roster-sn'] as const)
    await refuses(office, () => reserve(office, office.actors[by], act), 'notAllowed');
  await drafted(office, 'b');
  const early = { ...actOn(office, 'b'), on: onRecord, text };
  await refuses(office, () => reserve(office, office.actors['focal-sn'], early), 'wrongStep');
});

test('a reservation is lifted by the country that made it; another country’s stays', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  for (const by of ['focal-br', 'focal-mz'] as const)
    await reserve(office, office.actors[by], { ...actOn(office, 'a'), on: onRecord, text });
  const [brazils, others] = stateOf(office, 'a').reservations;
  const lifting = (reservation = '') => ({ ...actOn(office, 'a'), reservation });
  const { 'focal-br': brazil, 'focal-sn': senegal } = office.actors;
  await refuses(office, () => liftReservation(office, brazil, lifting(others?.id)), 'notFound');
  await refuses(office, () => liftReservation(office, brazil, lifting('nobody')), 'notFound');
  await refuses(office, () => liftReservation(office, senegal, lifting(brazils?.id)), 'notAllowed');
  const events = await writtenBy(office, () => liftReservation(office, brazil, lifting(brazils?.id)));
  assert.equal(events.length, 1);
  assert.partialDeepStrictEqual(events, [{ type: 'reservationLifted', reservation: brazils?.id }]);
  assert.deepEqual(
    stateOf(office, 'a').reservations.map(({ country }) => country),
    ['MZ'],
  );
});

test('a reservation on a label stands on every page; the second of a country on one label replaces the first', async () => {
  const office = await smallOffice();
  const { 'focal-br': brazil, 'focal-mz': mozambique } = office.actors;
  await reserveWords(office, brazil, { on: label, text });
  await reserveWords(office, mozambique, { on: label, text });
  await reserveWords(office, brazil, { on: label, text: english('Brazil thought again.') });
  const all = office.board.reservations();
  assert.deepEqual(all.map(({ country }) => country).sort(), ['BR', 'MZ']);
  assert.deepEqual(all.find(({ country }) => country === 'BR')?.text, english('Brazil thought again.'));
});

test('a label that is none, a word without any form, or no text is refused', async () => {
  const office = await smallOffice();
  const brazil = office.actors['focal-br'];
  for (const on of [
    { ...label, code: 'quadrangular' },
    { ...label, list: 'planets' },
  ])
    await refuses(office, () => reserveWords(office, brazil, { on, text }), 'invalid', { place: 'label' });
  const on = { kind: 'word', forms: { en: ' ', fr: '' } } as const;
  await refuses(office, () => reserveWords(office, brazil, { on, text }), 'invalid', { place: 'word' });
  const empty = { on: label, text: english('') };
  await refuses(office, () => reserveWords(office, brazil, empty), 'invalid', { place: 'text' });
  for (const by of ['clerk-br', 'administrator'] as const)
    await refuses(office, () => reserveWords(office, office.actors[by], { on: label, text }), 'notAllowed');
});

test('a reservation on a word is lifted by its country alone', async () => {
  const office = await smallOffice();
  const { 'focal-br': brazil, 'focal-mz': mozambique, administrator } = office.actors;
  await reserveWords(office, brazil, { on: { kind: 'word', forms: { en: 'triangular' } }, text });
  const [{ id = '' } = {}] = office.board.reservations();
  await refuses(office, () => liftWords(office, mozambique, id), 'notFound');
  await refuses(office, () => liftWords(office, administrator, id), 'notAllowed');
  await liftWords(office, brazil, id);
  assert.deepEqual(office.board.reservations(), []);
  await refuses(office, () => liftWords(office, brazil, id), 'notFound');
});
