import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import { activity } from './activity.ts';
import { adoption } from './adoption.ts';
import { call } from './call.ts';
import { digestOf } from './digest.ts';
import { event } from './event.ts';
import { match } from './match.ts';
import { organisation } from './organisation.ts';
import { practice } from './practice.ts';

const between = (from: string, to: string) => [
  { country: from, role: 'provider' },
  { country: to, role: 'recipient' },
];

test('title and summary words weigh for themselves, all others stand together', () => {
  const digest = digestOf(activity, {
    title: langText('en', 'Milk banks', { fr: 'Banques de lait' }),
    summary: langText('en', 'Short'),
    objective: langText('en', 'Fewer deaths'),
    themes: ['health'],
  });
  assert.deepEqual(
    digest.title.map(({ text }) => text),
    ['Milk banks', 'Banques de lait'],
  );
  assert.deepEqual(digest.summary, [{ lang: 'en', text: 'Short' }]);
  assert.deepEqual(
    digest.body.map(({ text }) => text),
    ['Fewer deaths', 'health'],
  );
});

test('a record counts under its register, and its countries on their side and on either', () => {
  const { facets } = digestOf(activity, { participants: between('BR', 'MZ') });
  assert.deepEqual(facets.kind, ['activity']);
  assert.deepEqual(facets.provider, ['BR']);
  assert.deepEqual(facets.host, ['MZ']);
  assert.deepEqual(facets.country, ['BR', 'MZ']);
  assert.deepEqual(facets.flow, ['BR-MZ']);
});

test('a country is counted as least developed when it was so in the year in which the record starts', () => {
  // Botswana left the list of least developed countries in 1994, Cabo Verde in 2007, Vanuatu in 2020 (UN DESA).
  const groups = (host: string, start?: string) =>
    digestOf(activity, {
      participants: between('BR', host),
      ...(start === undefined ? {} : { dates: { start } }),
    }).facets.group;
  assert.ok(groups('CV', '2005')?.includes('LDC'));
  assert.ok(!groups('CV', '2010')?.includes('LDC'));
  assert.ok(groups('VU', '2019-03')?.includes('LDC'));
  assert.ok(!groups('VU', '2022')?.includes('LDC'));
  assert.ok(!groups('VU')?.includes('LDC'), 'without a year membership of today counts');
  assert.ok(groups('MZ')?.includes('LDC'));
});

test('what a good record of the register has and this one lacks is a gap', () => {
  assert.deepEqual(digestOf(activity, {}).facets.gap, activity.expected);
  const { facets } = digestOf(activity, { summary: langText('en', 'S'), participants: between('BR', 'MZ') });
  assert.deepEqual(facets.gap, ['modality', 'sectors', 'sdgs', 'dates', 'sources']);
});

test('the start year is the year of the record; an end alone gives none', () => {
  assert.equal(digestOf(activity, { dates: { start: '2014-06', end: '2016' } }).year, 2014);
  assert.equal('year' in digestOf(activity, { dates: { end: '2016' } }), false);
  assert.equal(digestOf(practice, { startedOn: '1998' }).year, 1998);
});

test('sectors count by their category, targets by their goal', () => {
  const { facets } = digestOf(activity, { sectors: ['12220', '12230', '14020'], sdgs: ['3.1', '3', '6.1'] });
  assert.deepEqual(facets.sector, ['122', '140']);
  assert.deepEqual(facets.sdg, ['3', '6']);
});

test('where a practice comes from gives, who adopted it hosts', () => {
  const { facets } = digestOf(practice, {
    originCountries: ['BR'],
    adoptions: [{ country: 'CV', role: 'adopter' }],
  });
  assert.deepEqual([facets.provider, facets.host], [['BR'], ['CV']]);
});

test('an event hosts where it takes place, an organisation gives where it sits', () => {
  assert.deepEqual(digestOf(event, { places: [{ country: 'AR' }] }).facets.host, ['AR']);
  assert.deepEqual(digestOf(organisation, { country: 'SN' }).facets.provider, ['SN']);
});

test('an empty record has a kind and its gaps, and nothing else', () => {
  const { title, summary, body, facets } = digestOf(event, {});
  assert.deepEqual([title, summary, body], [[], [], []]);
  const counted = Object.entries(facets).filter(([, values]) => values.length > 0);
  assert.deepEqual(
    counted.map(([name]) => name),
    ['kind', 'gap'],
  );
});

test('the origin of a practice and the countries that took it up are pairs, though two fields name them', () => {
  const { facets } = digestOf(practice, {
    originCountries: ['BR', 'CV'],
    adoptions: [
      { country: 'CV', role: 'adopter' },
      { country: 'MZ', role: 'adopter' },
    ],
  });
  assert.deepEqual(facets.flow, ['BR-CV', 'BR-MZ', 'CV-MZ']);
});

test('a forum in which all share and use makes no pairs, though all are on both sides', () => {
  const participants = ['FJ', 'TO', 'WS'].map((country) => ({ country, role: 'both' }));
  const { facets } = digestOf(activity, { participants });
  assert.deepEqual([facets.flow, facets.circle], [[], ['all', 'FJ-TO', 'FJ-WS', 'TO-WS']]);
  assert.deepEqual([facets.provider, facets.host].flat().sort(), ['FJ', 'FJ', 'TO', 'TO', 'WS', 'WS']);
});

test('what is proposed or announced between countries is no flow; what was taken up is', () => {
  const answer = { answeredBy: ['BR'], askedBy: ['SN'] };
  assert.deepEqual(digestOf(match, answer).facets.flow, []);
  assert.deepEqual(digestOf(match, answer).facets.country, ['BR', 'SN']);
  assert.deepEqual(digestOf(call, { countries: ['BR'], applicants: ['SN'] }).facets.flow, []);
  assert.deepEqual(digestOf(adoption, { originCountries: ['BR'], countries: ['SN'] }).facets.flow, ['BR-SN']);
});
