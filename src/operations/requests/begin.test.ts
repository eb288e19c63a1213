import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked } from '../../../tests/fixtures/asking.ts';
import { english, written } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { beginMatch, beginNeed } from './begin.ts';

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
  await office.log.append([
    written('water-board', { title: english('Water board'), country: 'BR' }, { register: 'organisation' }),
  ]);
});
after(() => office.log.close());

const begun = (text: string, reader = 'en') => beginNeed(office.actors['clerk-sn'], text, reader);

test('a need begins with the first sentence of a problem as its name, the whole as what is needed, and the country', () => {
  const text = 'Nos réseaux perdent le tiers de l’eau.\nNous cherchons de l’aide pour les petites villes.';
  assert.deepEqual(begun(text), {
    title: { original: 'fr', texts: { fr: 'Nos réseaux perdent le tiers de l’eau' } },
    summary: { original: 'fr', texts: { fr: text } },
    countries: ['SN'],
  });
});

test('a few words are a name; where they tell no language it is that of the reader', () => {
  assert.deepEqual(begun('Fuites d’eau', 'fr'), {
    title: { original: 'fr', texts: { fr: 'Fuites d’eau' } },
    countries: ['SN'],
  });
});

test('a sentence without end is cut between words for the name, and kept whole below', () => {
  const text = 'water and pipes '.repeat(50_000 / 3).trim();
  const { title, summary } = begun(text) as Record<string, { texts: Record<string, string> }>;
  assert.match(title?.texts['en'] ?? '', /^water and [\w ]{80,110}\b…$/);
  assert.ok((summary?.texts['en']?.length ?? 0) >= 199_990, 'as far as a problem is read');
});

test('of markup alone, and of nothing, only the country is known', () => {
  for (const text of ['', '  \n', '<br><hr>']) assert.deepEqual(begun(text), { countries: ['SN'] });
});

test('an answer begins with the organisation that was named; one that nobody knows is not found', async () => {
  await asked(office, 'pipes');
  const begin = (organisation: string) =>
    beginMatch(office, office.actors['focal-br'], 'pipes', { organisation, suggested: true });
  const values = await begin('water-board');
  assert.deepEqual(values['organisation'], { register: 'organisation', id: 'water-board' });
  assert.deepEqual(values['answeredBy'], ['BR']);
  await assert.rejects(begin('none'), (error) => error instanceof Fault && error.code === 'notFound');
});
