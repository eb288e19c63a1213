import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameOf } from './code-list.ts';
import { goalOf, isSdg, sdgColour, sdgGoals, sdgs } from './sdg.ts';
import { sectorCategories, sectorCategory, sectors } from './sectors.ts';

describe('a sector', () => {
  it('belongs to its category, and a category to itself', () => {
    assert.equal(sectorCategory('12264'), '122');
    assert.equal(sectorCategory('43040'), '430');
    assert.equal(sectorCategory('430'), '430');
    for (const code of ['99999', '12', '', '110']) assert.equal(sectorCategory(code), undefined, code);
  });

  it('has the first three digits of its code as category', () => {
    for (const { code, parent } of sectors.entries.values()) {
      assert.equal(code.length, parent === undefined ? 3 : 5);
      assert.ok(parent === undefined || code.startsWith(parent.slice(0, 2)), code);
    }
    assert.equal(sectorCategories.length, 44);
  });

  it('keeps its meaning after it was withdrawn', () => {
    assert.equal(sectors.entries.get('23067')?.validTo, '2020-02-28');
    assert.match(nameOf(sectors, '23067', 'es'), /solar/i);
    assert.equal(sectors.entries.get('23230')?.validTo, undefined);
  });
});

describe('a sustainable development goal', () => {
  it('is one of 17, with 169 targets under them', () => {
    assert.equal(sdgGoals.length, 17);
    assert.equal(sdgs.entries.size, 17 + 169);
  });

  it('is told from what is none', () => {
    for (const code of ['3', '17', '3.2', '4.b', '8.10', '17.19']) assert.equal(isSdg(code), true, code);
    for (const code of ['0', '18', '3.10', '4.d', '17.a', '3.', '3.2.1', '03', '4.B'])
      assert.equal(isSdg(code), false, code);
  });

  it('is the goal of its targets and lends them its colour', () => {
    assert.equal(goalOf('16.a'), '16');
    assert.equal(goalOf('16'), '16');
    assert.equal(goalOf('16.c'), undefined);
    assert.equal(sdgColour('3.2'), '#4C9F38');
    assert.equal(sdgColour('x'), undefined);
    assert.equal(new Set(sdgGoals.map(sdgColour)).size, 17);
  });
});
