import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { longestProblem, plainText } from './plain-text.ts';

const words = (text: string) => plainText(text).replace(/\s+/g, ' ').trim();

describe('a text without markup', () => {
  it('has no tags, scripts, styles, entities, addresses or mailboxes', () => {
    assert.equal(
      words(
        '<p class="a">Water &amp; soil</p><script>alert("x")</script><style>p{}</style> see https://a.org/b or me@a.org',
      ),
      'Water soil see or',
    );
  });

  it('has no remarks of its authors, and loses nothing behind a letter that grows when it is made small', () => {
    assert.equal(words('Water<!-- <b>rice</b> --> and soil'), 'Water and soil');
    assert.equal(words(`${'İ'.repeat(9)}<SCRIPT>rice</SCRIPT> soil`), `${'İ'.repeat(9)} soil`);
    assert.equal(words('Water <!-- and soil'), 'Water <!-- and soil');
  });

  it('keeps a lesser-than sign that opens no tag', () => {
    assert.equal(words('losses < 20 % and > 5 %'), 'losses < 20 % and > 5 %');
  });

  it('never fails and never grows, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        assert.ok(plainText(text).length <= text.normalize('NFC').length + 2);
      }),
    );
  });

  it('of a text of tags that never end is read in no time and no further than is read', () => {
    const hostile = '<script '.repeat(100_000);
    assert.ok(plainText(hostile).length <= longestProblem + 2);
    assert.ok(plainText('<!--'.repeat(100_000)).length <= longestProblem + 2);
    assert.ok(plainText('<'.repeat(300_000)).length <= longestProblem + 2);
    assert.ok(plainText('a@'.repeat(200_000)).length <= longestProblem + 2);
  });
});
