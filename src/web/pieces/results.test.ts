import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator } from '../../wording/messages.ts';
import { chips } from './chips.ts';
import { facetForm } from './facets.ts';
import { findForm } from './find-form.ts';
import { flowLine } from './flow-line.ts';
import { goals } from './goals.ts';
import { kindLine } from './kind-line.ts';
import { pager } from './pager.ts';

const en = translator('en');

test('the flow line puts who shares before the arc and who uses after it', () => {
  assert.equal(
    String(flowLine(en, ['BR'], ['MZ', 'AO'])),
    '<p class=flow><span>Brazil</span><span class=arc><span class=vh>to</span></span><span>Mozambique, Angola</span>',
  );
  assert.equal(String(flowLine(en, ['BR'], ['BR'])), '<p class=flow>Brazil');
  assert.equal(String(flowLine(en, [], [])), '');
  assert.match(
    String(flowLine(en, ['BR'], ['MZ', 'AO', 'CV', 'GW', 'ST', 'TL', 'SN', 'ML'])),
    /Timor-Leste, 2 more/,
  );
});

test('an arc has two ends: one side alone stands under its name where sides mean something', () => {
  assert.equal(String(flowLine(en, [], ['SV'])), '<p class=flow>El Salvador');
  assert.equal(
    String(flowLine(en, [], ['SV', 'BR'], true)),
    '<p class=flow><span><small>Used in</small> El Salvador, Brazil</span>',
  );
  assert.match(String(flowLine(en, ['ZM'], [], true)), /<small>Shared by<\/small> Zambia/);
});

test('countries that share and use alike are named once, with an arc of two full dots', () => {
  const made = String(flowLine(en, ['IN', 'NP', 'BD'], ['BD', 'IN', 'NP']));
  assert.equal(
    made,
    '<p class=flow><span>India</span><span class="arc both"><span class=vh>with</span></span><span>Nepal, Bangladesh</span>',
  );
});

test('a kind is a class for shape and colour, and a word', () => {
  const made = String(kindLine(en, 'practice', ['2019', undefined, 'Disputed']));
  assert.equal(made, '<p class="kind practice"><b>Practice</b><span>2019</span><span>Disputed</span>');
});

test('targets count as their goal, once, in order', () => {
  const made = String(goals(en, ['13', '2.4', '2']));
  assert.deepEqual(
    [...made.matchAll(/>(\d+)<\/a>/g)].map(([, n]) => n),
    ['2', '13'],
  );
  assert.match(made, /class=s2 href="\/en\/search\?sdg=2"/);
  assert.equal(String(goals(en, [])), '');
});

test('bars have a class by share of the largest count, and chosen boxes are checked', () => {
  const options = [
    { value: 'BR', name: 'Brazil', count: 1000, chosen: true },
    { value: '"><x', name: '<x>', count: 1, chosen: false },
  ];
  const made = String(
    facetForm(en, '/en/search', [{ name: 'provider', label: 'Shared by', open: true, options }], {
      q: '"water"',
    }),
  );
  assert.match(made, /<details open><summary>Shared by<\/summary>/);
  assert.match(made, /value="BR" checked>Brazil<b>1,000<\/b><\/label><i class=b9>/);
  assert.match(made, /value="&quot;&gt;&lt;x">&lt;x&gt;<b>1<\/b><\/label><i class=b0>/);
  assert.match(made, /<input type=hidden name="q" value="&quot;water&quot;">/);
});

test('the pager leads on and back only where there is something', () => {
  const at = (now: number, pages: number) => String(pager(en, now, pages, (n) => `?page=${n}`));
  assert.equal(at(1, 1), '');
  assert.doesNotMatch(at(1, 3), /rel=prev/);
  assert.match(at(9, 3), /href="\?page=3"[^>]*>Page 3 of 3</);
  assert.equal(at(9, 0), '');
  assert.match(at(2, 3), /href="\?page=1".*Page 2 of 3.*href="\?page=3"/);
  assert.doesNotMatch(at(3, 3), /rel=next/);
});

test('each chip removes its filter, and what was asked stays in the field', () => {
  const made = String(chips(en, [{ name: 'Brazil', without: '/en/search?q=a&x' }], '/en/search'));
  assert.match(
    made,
    /<a class=x href="\/en\/search\?q=a&amp;x" aria-label="Remove filter: Brazil">Brazil<\/a>/,
  );
  assert.equal(String(chips(en, [], '/')), '');
  assert.match(
    String(findForm(en, 'a"b', [['kind', 'event']])),
    /value="a&quot;b".*<input type=hidden name="kind" value="event">/,
  );
});
