import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Control } from '../../fields/field.ts';
import { langText } from '../../kernel/lang-text.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { stances } from '../../vocabulary/consultation-lists.ts';
import { languages } from '../../vocabulary/languages.ts';
import { modalities } from '../../vocabulary/modalities.ts';
import { participantRoles } from '../../vocabulary/roles.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { translator } from '../../wording/messages.ts';
import { shownValue } from './controls.ts';

const en = translator('en');

/** One value of each shape in which every text is `said`. */
function specimens(said: string): readonly (readonly [Control, unknown])[] {
  const text = langText('fr', said);
  return [
    [{ shape: 'line' }, text],
    [{ shape: 'prose' }, text],
    [{ shape: 'word' }, said],
    [{ shape: 'words' }, [said, said]],
    [{ shape: 'choice', list: modalities }, 'triangular'],
    [{ shape: 'choices', list: sectors }, ['11110', '140']],
    [{ shape: 'choices', list: languages }, ['fr']],
    [{ shape: 'country' }, 'BR'],
    [{ shape: 'countries' }, ['BR', 'MZ']],
    [{ shape: 'languages' }, ['fr', said]],
    [{ shape: 'date' }, '2019-03'],
    [{ shape: 'period' }, { start: '2019' }],
    [{ shape: 'loan' }, { rate: 2.5, repayment: 'annuity', lastPaymentOn: '2045' }],
    [{ shape: 'due' }, { precision: 'event', date: '2005-06-16', notBefore: '2004' }],
    [
      { shape: 'reference', to: 'event' },
      { register: 'event', id: said },
    ],
    [
      { shape: 'figures' },
      [{ label: text, value: 12, unit: text, basis: 'counted', qualifier: 'about', source: 0, note: text }],
    ],
    [{ shape: 'money' }, [{ label: text, amount: 5, currency: 'USD', basis: 'budget', valueDate: '2019' }]],
    [
      { shape: 'participants', roles: participantRoles },
      [
        { country: 'BR', organisation: text, role: 'provider', identifier: said, note: text },
        { country: 'MZ' },
      ],
    ],
    [
      { shape: 'demands' },
      [
        { label: text, country: 'GH', value: 12_000, unit: text, neededBy: '2027-03' },
        { label: text, country: 'ML', value: 0.5, unit: text, note: text },
      ],
    ],
    [{ shape: 'paragraphs', stances }, [{ paragraph: 1, stance: 'opposes', text }]],
    [
      { shape: 'places' },
      [
        { name: text, country: 'BR', latitude: -1.5, longitude: 2 },
        { latitude: 0, longitude: 0 },
      ],
    ],
    [{ shape: 'links' }, [{ url: 'https://a.example/x', title: said }, { url: said }]],
    [
      { shape: 'sources' },
      [{ title: said, url: 'https://a.example', readOn: '2026-01-02', cited: true }, { title: said }],
    ],
    [{ shape: 'references' }, [{ register: 'activity', id: said }, { id: said }]],
    [{ shape: 'files' }, [{ url: 'https://a.example/f.pdf', title: said, mediaType: said, language: 'fr' }]],
    [{ shape: 'contacts' }, [{ organisation: text, person: said, email: said }]],
  ];
}

test('every shape that a register uses is shown, in every language', () => {
  const shown = new Set(specimens('x').map(([control]) => control.shape));
  for (const { name, fields } of allRegisters) {
    for (const [field, { control }] of Object.entries(fields))
      assert.ok(shown.has(control.shape), `${name}.${field}`);
  }
  for (const lang of interfaceLanguages) {
    for (const [control, value] of specimens('x')) {
      assert.notEqual(String(shownValue(translator(lang), control, value)), '', control.shape);
    }
  }
});

test('whatever a text says, it makes no markup and no address that runs', () => {
  const evil = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      "' onmouseover='x",
      'javascript:alert(1)',
      '<b>',
      '&lt;',
      '</textarea>',
    ),
  );
  const tags = (text: string) =>
    text
      .replace(/"[^"]*"/g, '""')
      .match(/<[^>]*>/g)
      ?.join('');
  const plain = specimens('x').map(([control, value]) => tags(String(shownValue(en, control, value))));
  fc.assert(
    fc.property(evil, (said) => {
      for (const [index, [control, value]] of specimens(said).entries()) {
        // An address that is none of the web is shown as text, one that is becomes a link: both are right.
        if (control.shape === 'links') continue;
        const made = String(shownValue(en, control, value));
        assert.equal(tags(made), plain[index], control.shape);
      }
      const links = String(shownValue(en, { shape: 'links' }, [{ url: said }]));
      assert.doesNotMatch(links, /href="(?!https?:)/i);
    }),
  );
});

test('a text in another language says so and carries its language and direction', () => {
  const made = String(shownValue(en, { shape: 'line' }, langText('ar', 'ماء')));
  assert.equal(made, '<span lang="ar" dir=rtl>ماء</span> <small>(in Arabic)</small>');
  assert.equal(String(shownValue(en, { shape: 'line' }, langText('fr', 'eau', { en: 'water' }))), 'water');
  assert.equal(
    String(shownValue(en, { shape: 'line' }, langText('und', 'H2O'))),
    '<span dir=auto>H2O</span>',
  );
});

test('a field whose texts are all in one other language says so once; where they differ, each entry says it', () => {
  const figure = (label: string, lang: string) => ({
    label: langText(lang, label),
    value: 2,
    unit: langText(lang, 'x'),
    basis: 'counted',
  });
  const shown = (figures: readonly object[]) => String(shownValue(en, { shape: 'figures' }, figures));
  const marks = (made: string) => [...made.matchAll(/\(in [A-Z]\w+\)/g)].map(([mark]) => mark);
  const same = shown([figure('eau', 'fr'), figure('lait', 'fr')]);
  assert.deepEqual(marks(same), ['(in French)']);
  assert.equal(same.match(/<span lang="fr" dir=ltr>/g)?.length, 4, 'every part keeps its language');
  assert.deepEqual(marks(shown([figure('eau', 'fr'), figure('agua', 'es'), figure('water', 'en')])), [
    '(in French)',
    '(in Spanish)',
  ]);
  assert.deepEqual(marks(shown([figure('water', 'en')])), []);
});

test('a figure never stands bare: unit, basis, date or its absence, and the source it points to', () => {
  const unit = langText('en', 'experts');
  const figure = { value: 1200, unit, basis: 'reported', qualifier: 'atLeast', source: 1 };
  const made = String(shownValue(en, { shape: 'figures' }, [figure]));
  assert.equal(
    made,
    '<b>at least 1,200</b> experts <small>(reported, undated, <a href="#s2">source 2</a>)</small>',
  );
});

test('an open period says which end is known', () => {
  const period = (value: object) => String(shownValue(en, { shape: 'period' }, value));
  assert.equal(period({ start: '2019', end: '2021-05' }), '2019 – May 2021');
  assert.equal(period({ start: '2019' }), 'since 2019');
  assert.equal(period({ end: '2019' }), 'until 2019');
  assert.equal(period({ start: '2019', end: '2019' }), '2019');
});

test('a meeting of one day was on that day, not since then', () => {
  const control = { shape: 'period', moment: true } as const;
  assert.equal(String(shownValue(en, control, { start: '2004-12-19' })), '19 December 2004');
});

test('a code shows its name and the wider one it stands under', () => {
  assert.match(
    String(shownValue(en, { shape: 'choices', list: sectors }, ['11110'])),
    /Education policy.*<small>/,
  );
});
