import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardFacets } from './board-lines.ts';
import { boardParameters, boardRequest, dayIn } from './board-request.ts';

const today = '2026-11-28';

test('a day that is none is refused, with its place and what would be right', () => {
  for (const asOf of ['2009', '2009-02-30', '2009-1-1', 'yesterday', '0999-01-01']) {
    assert.throws(() => boardRequest(new URLSearchParams({ asOf }), today, 50), {
      code: 'badQuery',
      params: { place: 'asOf', got: asOf, right: 'YYYY-MM-DD' },
    });
  }
});

test('an empty day is none at all: forms send fields that nobody filled in', () => {
  assert.equal(dayIn(new URLSearchParams('since='), 'since'), undefined);
});

test('whatever a board asks for stands in its address and is read back from it', () => {
  const day = fc
    .integer({ min: 0, max: 9_000 })
    .map((n) => new Date(Date.UTC(2003, 0, 1 + n)).toISOString().slice(0, 10));
  const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 });
  const request = fc.record(
    {
      asOf: day,
      since: day,
      by: fc.constantFrom(...boardFacets),
      filters: fc.dictionary(fc.constantFrom(...boardFacets), values, { noNullPrototype: true }),
      page: fc.integer({ min: 1, max: 900 }),
    },
    { requiredKeys: ['asOf', 'filters', 'page'] },
  );
  fc.assert(
    fc.property(request, (asked) => {
      const address = new URLSearchParams(boardParameters(asked, today).toString());
      assert.deepEqual(boardRequest(address, today, 50), { ...asked, pageSize: 50 });
    }),
  );
});
