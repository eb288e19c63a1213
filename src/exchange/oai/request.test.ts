import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDatestamp } from './datestamp.ts';
import { OaiError } from './oai-error.ts';
import { readRequest } from './request.ts';
import { type Resumption, readToken, writeToken } from './resumption-token.ts';

const key = 'k'.repeat(43);

const resumption: fc.Arbitrary<Resumption> = fc.record(
  {
    verb: fc.constantFrom('ListRecords', 'ListIdentifiers'),
    metadataPrefix: fc.constantFrom('oai_dc', 'southbridge'),
    set: fc.constantFrom('country:BR', 'language:ar'),
    from: fc.constant('2024-05-06T07:08:09Z'),
    until: fc.constant('2025-05-06T23:59:59Z'),
    after: fc.record(
      { at: fc.constant('2024-05-06T07:08:09.123Z'), seq: fc.nat() },
      { noNullPrototype: true },
    ),
    cursor: fc.nat(),
  },
  { requiredKeys: ['verb', 'metadataPrefix', 'after', 'cursor'], noNullPrototype: true },
);

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    // Anything but a refusal of the protocol would be a crash at the door.
    assert.ok(error instanceof OaiError, String(error));
    return error.code;
  }
}

test('a token comes back as it was written, for the verb that it was written for', () => {
  fc.assert(
    fc.property(resumption, (one) => {
      const token = writeToken(one, key);
      assert.match(token, /^[\w.-]+$/);
      assert.deepEqual(
        readRequest(
          [
            ['verb', one.verb],
            ['resumptionToken', token],
          ],
          key,
        ),
        one,
      );
    }),
  );
});

test('a token with anything changed in it, or of another node, is refused', () => {
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom('drop', 'swap', 'add'),
    fc.string({ minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(resumption, change, (one, [where, how, what]) => {
      const token = writeToken(one, key);
      const at = where % token.length;
      const changed =
        token.slice(0, at) + (how === 'drop' ? '' : what) + token.slice(how === 'add' ? at : at + 1);
      if (changed !== token)
        assert.equal(
          codeOf(() => readToken(changed, key)),
          'badResumptionToken',
        );
      assert.equal(
        codeOf(() => readToken(token, `${key}2`)),
        'badResumptionToken',
      );
    }),
    { numRuns: 2_000 },
  );
});

const questions = [
  'verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-06&until=2024-05-07&set=country:BR',
  'verb=GetRecord&metadataPrefix=southbridge&identifier=oai:node.example.org:activity/abcd-efgh-ijkm',
  `verb=ListIdentifiers&resumptionToken=${writeToken({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', after: { at: '2024-05-06T07:08:09.000Z', seq: 7 }, cursor: 100 }, key)}`,
  'verb=ListMetadataFormats&identifier=oai:localhost:activity/x',
];

test('two thousand mutated questions are understood or refused in the words of the protocol', () => {
  const mutation = fc.record({
    question: fc.constantFrom(...questions),
    cuts: fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom('&verb=', '&set=', '%00', '%ff', '20224-01-01', '&', '='),
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(mutation, ({ question, cuts }) => {
      let mutated = question;
      for (const [where, length, put] of cuts) {
        const at = where % (mutated.length + 1);
        mutated = mutated.slice(0, at) + put + mutated.slice(at + length);
      }
      codeOf(() => readRequest(new URLSearchParams(mutated), key));
    }),
    { numRuns: 2_000 },
  );
});

test('days and seconds that a calendar has are read; all else is not', () => {
  assert.equal(readDatestamp('2024-02-29')?.last, '2024-02-29T23:59:59Z');
  assert.equal(readDatestamp('2024-02-29T23:59:59Z')?.granularity, 'second');
  const wrong = [
    '2023-02-29',
    '20224-01-01',
    '2024-1-1',
    '2024-01-01T24:00:00Z',
    '2024-01-01T10:00Z',
    '2024-01-01T10:00:00',
    '2024-01-01T10:00:00.5Z',
    '-002024-01-01',
    '',
  ];
  for (const text of wrong) assert.equal(readDatestamp(text), undefined, text);
});
