import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../../kernel/lang-text.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { check } from '../../operations/check.ts';
import { activity } from '../../registers/activity.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { countries, countryCode, countryName } from '../../vocabulary/countries.ts';
import { fieldLabel } from '../../wording/labels.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { deskStyle } from '../desk-style.ts';
import { errorSummary } from './error-summary.ts';
import { fieldGroups } from './field-groups.ts';
import { readForm } from './read-form.ts';
import { type RecordFormOptions, recordForm } from './record-form.ts';

const en = translator('en');
const blank = { register: activity, values: {}, findings: [] };
const shown = (options: Partial<RecordFormOptions> = {}, t: Translate = en) =>
  String(recordForm(t, { ...blank, ...options }));
/** The form and the summary after something was typed that does not hold. */
function refused(typed: Record<string, string>): { readonly form: string; readonly summary: string } {
  const back = readForm(activity, new URLSearchParams(typed));
  const { findings } = check(activity, back.values);
  return { form: shown({ typed: back, findings }), summary: String(errorSummary(en, activity, findings)) };
}
const elementOf = (form: string, name: string) =>
  new RegExp(`<(?:input|select|textarea)[^>]* name="${name}"[^>]*>`).exec(form)?.[0] ?? '';
const ids = (form: string) => [...form.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

test('every field of every register can be typed, in every language, in four to six groups', () => {
  for (const register of allRegisters) {
    const groups = fieldGroups(register);
    assert.ok(groups.length >= 4 && groups.length <= 6, register.name);
    const names = groups.flatMap(({ first, rest }) => [...first, ...rest]);
    assert.deepEqual(names.toSorted(), Object.keys(register.fields).toSorted());
    for (const lang of interfaceLanguages) {
      const t = translator(lang);
      const form = shown({ register }, t);
      for (const name of names)
        assert.ok(form.includes(fieldLabel(t, register.name, name)), `${lang} ${name}`);
    }
  }
});

test('what a good record has stands open, the rest is folded away', () => {
  let open = shown();
  const innermost = /<details>(?:(?!<details)[\s\S])*?<\/details>/g;
  while (open.includes('<details>')) open = open.replace(innermost, '');
  const order = [
    'title.en',
    'summary.en',
    'modality',
    'sectors',
    'sdgs',
    'participants',
    'dates.start',
    'sources',
  ];
  const places = order.map((name) => open.indexOf(` id="${name}"`));
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.doesNotMatch(open, / id="(objective\.en|money|files)"/);
});

test('every input has a label, and no id stands twice', () => {
  const participants = [
    { country: 'BR', period: { start: '2010' } },
    { organisation: langText('pt', 'ABC') },
  ];
  const form = shown({ values: { title: langText('en', 'A', { fr: 'B' }), participants, sdgs: ['3', '3'] } });
  assert.deepEqual(ids(form).length, new Set(ids(form)).size);
  const labelled = new Set([...form.matchAll(/<label[^>]* for="([^"]*)"/g)].map(([, id]) => id));
  const bare = [...form.matchAll(/<(?:input|select|textarea) id="([^"]*)"(?! [^>]*type=)[^>]*>/g)];
  for (const [element, id] of bare) {
    assert.ok(labelled.has(id) || element.includes('type=checkbox'), element);
  }
});

test('a fault is said at its place in words, tied to the input, which shows what was typed', () => {
  const { form } = refused({
    'title.en': 'Water',
    'dates.start': '31 Febuary',
    'quantities.0.value': '7 or 8',
  });
  const start = elementOf(form, 'dates.start');
  assert.match(
    start,
    /aria-describedby="dates.start:help dates.start:said" aria-invalid=true value="31 Febuary"/,
  );
  assert.match(form, /id="dates.start:said"><p class=error><b>To correct:<\/b> “31 Febuary” is not a date/);
  assert.match(elementOf(form, 'quantities.0.value'), /aria-invalid=true value="7 or 8"/);
  assert.match(form, /<p class=error><b>To correct:<\/b> “7 or 8” is not a number. Right would be: 1250/);
});

test('in a sentence from right to left, dates and what was typed keep their own order', () => {
  const t = translator('ar');
  const typed = readForm(activity, new URLSearchParams({ 'title.ar': 'ماء', 'dates.start': '31-13-2024' }));
  const form = shown({ typed, findings: check(activity, typed.values).findings }, t);
  assert.match(form, /<p class=error>.*\u206831-13-2024\u2069.*\u20682019, 2019-03, 2019-03-07\u2069/);
  assert.match(form, /id="dates.start:help">2024 أو \u20662024-05\u2069 أو \u20662024-05-17\u2069/);
});

test('what holds a fault stands open', () => {
  const { form } = refused({ 'title.en': 'Water', 'places.0.latitude': '91' });
  const before = form.slice(0, form.indexOf('name="places.0.latitude"'));
  assert.equal(before.match(/<details open>/g)?.length, 2);
  assert.match(form, /“91” lies outside what is possible. Right would be: −90 … 90/);
});

test('the summary lists what is wrong in the order of the form, and each link leads to an element that is there', () => {
  const { form, summary } = refused({
    'summary.en': 'A',
    'summary.fr': 'B',
    'summary.fr.lang': 'en',
    'participants.0.role': 'provider',
    'participants.1.country': 'Atlantis',
    'quantities.0.value': '7',
    'sdgs.0': '99',
    'links.0.url': 'example',
  });
  const links = [...summary.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)];
  assert.deepEqual(
    links.map(([, target, words = '']) => [target, words.split(':')[0]]),
    [
      ['title.en', 'Title'],
      ['summary.en-', 'Summary, English'],
      ['sdgs.0', 'Sustainable Development Goals'],
      ['participants.0', 'Who takes part, 1'],
      ['participants.1.country', 'Who takes part, 2, Country'],
      ['quantities.0.unit.en', 'Quantities, 1, Unit'],
      ['quantities.0.basis', 'Quantities, 1, Basis'],
      ['links.0.url', 'Links, 1, Web address'],
    ],
  );
  for (const [, target] of links) assert.ok(ids(form).includes(target), target);
  assert.match(summary, /Name a country or an organisation/);
  assert.match(summary, /This language is chosen for two texts/);
});

test('doubts are told apart from faults, and where there is neither there is no summary', () => {
  const { summary, form } = refused({
    'title.en': 'A',
    'sources.0.title': 'B',
    'money.0.source': '4',
    'money.0.amount': '1',
    'money.0.currency': 'EUR',
    'money.0.basis': 'budget',
  });
  assert.match(summary, /Please look at this once more.*The record has no source number 5/);
  assert.match(form, /<p class=warning><b>Please check:/);
  assert.doesNotMatch(elementOf(form, 'money.0.source'), /aria-invalid/);
  assert.equal(String(errorSummary(en, activity, [])), '');
});

test('remarks of a reader stand at their field, those about nothing in the form at its top', () => {
  const remarks = [
    { field: 'objective', text: 'Say <more>.' },
    { field: 'colour', text: 'Of what?' },
  ];
  const form = shown({ remarks });
  assert.match(form, /<p class=remark><b>Remark:<\/b> <bdi>Say &lt;more&gt;\./);
  assert.match(elementOf(form, 'objective.en'), /aria-describedby="objective:help objective:said"/);
  assert.ok(form.indexOf('Of what?') < form.indexOf('<fieldset'));
});

test('the row that was asked for takes the focus', () => {
  const typed = readForm(activity, new URLSearchParams({ 'links.0.url': 'https://a.org', more: 'links' }));
  const form = shown({ typed });
  assert.match(elementOf(form, 'links.1.url'), / autofocus/);
  assert.equal(form.match(/ autofocus/g)?.length, 1);
});

test('a withdrawn code stays where it stands, and is not offered', () => {
  const withdrawn = [
    ...(activity.fields.sectors.control.shape === 'choices'
      ? activity.fields.sectors.control.list.entries.values()
      : []),
  ].find(({ validTo }) => validTo !== undefined);
  assert.ok(withdrawn !== undefined);
  assert.ok(!shown().includes(`value="${withdrawn.code}"`));
  assert.match(
    shown({ values: { sectors: [withdrawn.code] } }),
    new RegExp(`value="${withdrawn.code}" checked`),
  );
});

test('countries are chosen by name, in the order of the alphabet of the reader', () => {
  const form = shown({}, translator('fr'));
  const select = /<select id="participants.0.country".*?<\/select>/s.exec(form)?.[0] ?? '';
  const names = [...select.matchAll(/">([^<]+)/g)].map(([, name]) => name ?? '').slice(1);
  assert.equal(names.length, countries.entries.size);
  assert.deepEqual(names, names.toSorted(new Intl.Collator('fr').compare));
});

test('where many countries take part they are typed by name, so that a phone can carry the form', () => {
  const participants = [...countries.entries.keys()].map((country) => ({ country }));
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const form = shown({ values: { participants } }, t);
    assert.equal(form.match(/<datalist id="list:country">/g)?.length, 1);
    assert.ok((form.match(/<option/g)?.length ?? 0) < 12_000);
    for (const { country } of participants) {
      const name = countryName(country, t.lang);
      if (countryCode(name) === country) assert.ok(form.includes('list="list:country"'));
    }
  }
});

test('the style of signed-in pages weighs at most 5,000 bytes and knows no left and right but the whole width', () => {
  assert.ok(Buffer.byteLength(deskStyle) <= 5_000, String(Buffer.byteLength(deskStyle)));
  assert.doesNotMatch(deskStyle.replaceAll('float:left;width:100%', ''), /(left|right)\b/);
});
