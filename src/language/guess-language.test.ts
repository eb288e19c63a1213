import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { z } from 'zod';
import { sharedData, skipWords } from '../../tests/fixtures/shared-data.ts';
import { guessLanguage } from './guess-language.ts';

test('short titles with a few function words are recognised', () => {
  assert.equal(guessLanguage('South-South cooperation for water'), 'en');
  assert.equal(guessLanguage('Coopération Sud-Sud pour la gestion de l’eau'), 'fr');
  assert.equal(guessLanguage('Cooperación Sur-Sur en salud'), 'es');
  assert.equal(guessLanguage('Cooperação Sul-Sul em saúde pública no Brasil'), 'pt');
  assert.equal(guessLanguage('水资源管理'), 'zh');
  assert.equal(guessLanguage('التعاون بين بلدان الجنوب'), 'ar');
  assert.equal(guessLanguage('Сотрудничество Юг-Юг в области здравоохранения'), 'ru');
});

test('languages that only share a script are not taken for one of the seven', () => {
  const others = [
    'همکاری جنوب جنوب در زمینه کشاورزی',
    'Співробітництво Південь-Південь у сфері здоров’я',
    'Der Ausbau der Zusammenarbeit mit den Ländern des Südens ist wichtig',
    'Il progetto di cooperazione per lo sviluppo della regione',
    'De samenwerking met het Zuiden is een van de doelen van het beleid',
    'Program ini adalah kerja sama yang dilakukan untuk masyarakat di desa',
    'Bu proje, kadınlar ve gençler için bir eğitim programı olarak hazırlandı',
    '農業技術の普及と協力',
  ];
  for (const text of others) assert.equal(guessLanguage(text), 'und', text);
});

test('too little text is no ground for a guess', () => {
  for (const text of ['', 'Training', 'COVID-19', '2019', 'Plan Nacional', 'مياه', 'вода', '水']) {
    assert.equal(guessLanguage(text), 'und', text);
  }
});

test('addresses and numbers do not count as words of a language', () => {
  assert.equal(
    guessLanguage('加强水资源管理能力 https://www.example.org/the/of/and/in/to?for=all&the=one 2019 2020'),
    'zh',
  );
});

test('whatever the text, an answer is given', () => {
  const answers = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh', 'und'];
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => answers.includes(guessLanguage(text))));
});

test('of 60 noisy passages of reports in six languages, at least 59 are recognised', (t) => {
  const file = sharedData('text/undp-unlabelled-6-languages.json');
  if (file === undefined) return t.skip(skipWords);
  const passages = z
    .array(z.object({ text: z.string(), language: z.string() }))
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const right = passages.filter(({ text, language }) => guessLanguage(text) === language);
  assert.equal(passages.length, 60);
  assert.ok(right.length >= 59, `${right.length} of 60`);
});

test('of the solutions from Niger at least 85 % are seen as French, of those from Colombia as Spanish', (t) => {
  const file = sharedData('ssc/accelerator-labs-solutions.jsonl.gz');
  if (file === undefined) return t.skip(skipWords);
  const solution = z.object({ text: z.string(), countries: z.array(z.string()) });
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const solutions = lines.map((line) => solution.parse(JSON.parse(line)));
  for (const [country, language] of [
    ['Niger', 'fr'],
    ['Colombia', 'es'],
  ] as const) {
    const theirs = solutions.filter(
      ({ countries, text }) => countries.join() === country && text.length > 200,
    );
    const guessed = theirs.map(({ text }) => guessLanguage(text)).filter((guess) => guess !== 'en');
    const share = guessed.filter((guess) => guess === language).length / guessed.length;
    assert.ok(guessed.length > 30 && share >= 0.85, `${country}: ${share} of ${guessed.length}`);
  }
});
