import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import type { ReservedThing } from '../lifecycle/event.ts';
import type { Reservation } from '../lifecycle/state.ts';
import { activity } from '../registers/activity.ts';
import { reservationsShown } from './reserved-labels.ts';

function reservation(on: ReservedThing): Reservation {
  return {
    id: 'r',
    country: 'BR',
    at: '2024-01-01T00:00:00.000Z',
    post: 'focal-br',
    text: langText('pt', 'x'),
    on,
  };
}

const triangular = reservation({ kind: 'label', list: 'modality', code: 'triangular' });
const values = {
  title: langText('en', 'Wells'),
  modality: 'triangular',
  participants: [{ country: 'SN', role: 'recipient' }, { country: 'BR' }],
};

test('a record that shows a reserved label carries the reservation wherever it goes; another does not', () => {
  assert.deepEqual(reservationsShown(activity, values, [triangular]), [triangular]);
  assert.deepEqual(reservationsShown(activity, { ...values, modality: 'bilateral' }, [triangular]), []);
});

test('labels of roles count as well, and words in the labels that a record shows', () => {
  const role = reservation({ kind: 'label', list: 'role', code: 'recipient' });
  const word = reservation({ kind: 'word', forms: { en: 'Triangular' } });
  const elsewhere = reservation({ kind: 'word', forms: { en: 'barter' } });
  assert.deepEqual(reservationsShown(activity, values, [role, word, elsewhere]), [role, word]);
});

test('names of countries count wherever a record names one: who takes part, and where', () => {
  const on = (code: string) => reservation({ kind: 'label', list: 'country', code });
  const placed = { ...values, places: [{ country: 'MZ' }] };
  assert.deepEqual(
    reservationsShown(activity, placed, [on('SN'), on('BR'), on('MZ'), on('AR')]).map((one) => one.on),
    [on('SN').on, on('BR').on, on('MZ').on],
  );
});
