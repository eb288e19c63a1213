import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settingsPage } from './choose/settings-page.ts';
import { bestOf, tableOfTried } from './choose/tried.ts';
import { halvesOf, kinOf, labelledHalves, ungroupedHalves } from './halves.ts';

const texts = fc.array(fc.record({ id: fc.nat(), kin: fc.constantFrom(...'abcdefghij') }), { maxLength: 60 });

describe('halves for development and for the test', () => {
  it('hold every text once, and never divide kin', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (all, seed) => {
        const { development, test } = halvesOf(all, ({ kin }) => kin, seed);
        assert.equal(development.length + test.length, all.length);
        assert.deepEqual(new Set([...development, ...test]), new Set(all));
        const kin = new Set(development.map((text) => text.kin));
        assert.ok(test.every((text) => !kin.has(text.kin)));
      }),
    );
  });

  it('are about equal, the same for the same seed, and others for another', () => {
    const all = Array.from({ length: 300 }, (_, at) => ({ kin: `${at % 30}`, at }));
    const dealt = (seed: number) => halvesOf(all, ({ kin }) => kin, seed);
    assert.deepEqual(dealt(1), dealt(1));
    assert.notDeepEqual(dealt(1), dealt(2));
    assert.equal(dealt(1).test.length, 150);
  });

  it('count a goal, a sector of three digits and a topic of messages as kin', () => {
    assert.equal(kinOf({ group: 'sdg/indicators/6.1.1' }), kinOf({ group: 'sdg/targets/6.b' }));
    assert.notEqual(kinOf({ group: 'sdg/indicators/1.1.1' }), kinOf({ group: 'sdg/indicators/11.1.1' }));
    assert.equal(kinOf({ group: 'iati/Sector/14020' }), kinOf({ group: 'iati/Sector/140' }));
    assert.equal(
      kinOf({ group: 'messages/fault.a', topic: 'mail.json' }),
      kinOf({ group: 'messages/fault.b', topic: 'mail.json' }),
    );
  });

  it('of labs divide no country, of other sources no copies', () => {
    const said = (text: string, group: string) => ({
      id: text,
      source: 's',
      group,
      language: 'en',
      text,
      labels: [],
    });
    const labs = Array.from({ length: 90 }, (_, at) => said(`solution ${at}`, `country ${at % 15}`));
    const { development, test, onlyLearnt } = labelledHalves(labs, 3);
    const groups = [development, test, onlyLearnt].map((part) => new Set(part.map(({ group }) => group)));
    assert.equal(
      groups.reduce((sum, { size }) => sum + size, 0),
      15,
    );
    const copies = Array.from({ length: 40 }, (_, at) => said(`the same sentence number ${at >> 1}`, 's'));
    const halves = ungroupedHalves(copies, 3);
    const first = new Set(halves.development.map(({ text }) => text));
    assert.ok(halves.test.length > 0 && halves.test.every(({ text }) => !first.has(text)));
  });
});

describe('a choice of settings', () => {
  const tried = [
    { candidate: { power: 0 }, scores: { indicators: 0.5, names: 0.5 } },
    { candidate: { power: 1 }, scores: { indicators: 0.9, names: 0.3 } },
    { candidate: { power: 2 }, scores: { indicators: 0.3, names: 0.9 } },
  ];

  it('goes by the mean of all kinds of text, and takes the first of equals', () => {
    assert.deepEqual(bestOf(tried).candidate, { power: 1 });
    assert.match(
      tableOfTried(tried, { power: 0 }),
      /\| 0 \|.*\| in use \|\n\| 1 \| 0\.900 \| 0\.300 \| 0\.600 \| best \|/,
    );
  });

  it('stands on a page whose other table stays as it was', () => {
    const page = settingsPage(settingsPage('', { mixing: '| a |\n| b |' }, 1), { goals: '| c |' }, 1);
    assert.ok(page.indexOf('| a |\n| b |') > 0 && page.indexOf('| b |') < page.indexOf('| c |'));
  });
});
