import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeList, nameOf } from './code-list.ts';

const about = { source: 'somebody', asOf: '2024-05' };
const one = { code: 'a', names: { en: 'A', fr: 'Â' } };

describe('a code list', () => {
  it('keeps its entries in order, with their source and date', () => {
    const list = codeList('letters', about, [one, { code: 'b', names: { en: 'B' }, parent: 'a' }]);
    assert.deepEqual([...list.entries.keys()], ['a', 'b']);
    assert.equal(list.source, 'somebody');
    assert.equal(list.asOf, '2024-05');
  });

  it('names a code in the language, else in English, else by the code', () => {
    const list = codeList('letters', about, [one]);
    assert.equal(nameOf(list, 'a', 'fr'), 'Â');
    assert.equal(nameOf(list, 'a', 'zh'), 'A');
    assert.equal(nameOf(list, 'z', 'fr'), 'z');
  });

  const wrong: readonly [string, Parameters<typeof codeList>, RegExp][] = [
    ['without a source', ['letters', { ...about, source: '' }, [one]], /letters.*source/],
    ['without a date', ['letters', { ...about, asOf: 'lately' }, [one]], /letters.*lately/],
    ['without codes', ['letters', about, []], /letters.*no codes/],
    ['with a code twice', ['letters', about, [one, one]], /letters.*"a" stands twice/],
    ['with an empty code', ['letters', about, [{ code: '', names: { en: 'A' } }]], /letters.*empty/],
    ['without an English name', ['letters', about, [{ code: 'a', names: { fr: 'Â' } }]], /"a".*English/],
    ['with a bad date', ['letters', about, [{ ...one, validTo: '31.12.2019' }]], /"a".*31\.12\.2019/],
  ];
  for (const [what, args, message] of wrong) {
    it(`is refused at start ${what}, and says where`, () => {
      assert.throws(() => codeList(...args), message);
    });
  }
});
