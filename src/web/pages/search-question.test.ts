import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, queryOf, readQuestion, withoutValue, withValue } from './search-question.ts';

function read(query: string) {
  return readQuestion(new URLSearchParams(query), 'en', 20);
}

test('an address says everything that was asked, and is read back the same', () => {
  const question = read('q=milk+banks&provider=BR&provider=IN&sdg=3&sort=year&view=map');
  assert.equal(queryOf(question), '?q=milk+banks&provider=BR&provider=IN&sdg=3&sort=year&view=map');
  assert.deepEqual(read(queryOf(question).slice(1)), question);
});

test('codes are read as what records are counted under: a target as its goal, a purpose as its category', () => {
  assert.deepEqual(read('sdg=3.2&sdg=3&sector=12240').request.filters, { sector: ['122'], sdg: ['3'] });
});

test('unknown values are left out and named; unknown parameters are passed over', () => {
  const { request, dropped } = read('provider=XX&provider=BR&colour=red&year=soon&page=-4&view=globe');
  assert.deepEqual(request.filters, { provider: ['BR'] });
  assert.deepEqual(dropped, [
    { facet: 'provider', value: 'XX' },
    { facet: 'year', value: 'soon' },
  ]);
  assert.equal(request.page, 1);
});

test('a link that changes one thing keeps the rest and leads to the first page', () => {
  const question = read('q=milk&provider=BR&year=2019&page=3&sort=oldest');
  const { filters } = question.request;
  assert.equal(queryOf(question, { sort: 'newest' }), '?q=milk&provider=BR&year=2019&sort=newest');
  assert.equal(queryOf(question, { page: 4 }), '?q=milk&provider=BR&year=2019&sort=oldest&page=4');
  assert.equal(
    queryOf(question, { filters: withoutValue(filters, 'year', '2019') }),
    '?q=milk&provider=BR&sort=oldest',
  );
  assert.equal(
    queryOf(question, { filters: withValue(filters, 'host', 'MZ') }),
    '?q=milk&provider=BR&host=MZ&year=2019&sort=oldest',
  );
});

test('what is on is listed value by value', () => {
  assert.deepEqual(chosen(read('year=2019&provider=BR&provider=IN').request.filters), [
    { facet: 'provider', value: 'BR' },
    { facet: 'provider', value: 'IN' },
    { facet: 'year', value: '2019' },
  ]);
});
