import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Candidate, Setting } from './candidate.ts';
import { explain } from './explain.ts';
import { countriesLike, likestOf } from './likeness.ts';
import type { Problem, ProblemWord } from './problem.ts';
import { rank } from './rank.ts';
import { mostPoints } from './weights.ts';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  register: 'practice',
  score: 1,
  words: [0],
  digest: { title: [{ lang: 'en', text: 'Leaks in pipes' }], summary: [], body: [], facets: {} },
  confirmation: 'observed',
  confirmedBy: [],
  ...more,
});
const setting: Setting = { sectors: [], goals: [], year: 2026 };
const withFacets = (facets: Candidate['digest']['facets']): Partial<Candidate> => ({
  digest: { title: [], summary: [], body: [], facets },
});

describe('the order of records', () => {
  it('is that of their points, and the points are the sum of what is told', () => {
    const ranked = rank([candidate('a'), candidate('b', { score: 2 })], setting);
    assert.deepEqual(
      ranked.map((one) => one.candidate.id),
      ['b', 'a'],
    );
    for (const { points, of, factors } of ranked) {
      assert.equal(
        points,
        factors.reduce((sum, one) => sum + one.points, 0),
      );
      assert.equal(
        of,
        factors.reduce((sum, one) => sum + one.of, 0),
      );
    }
  });

  it('counts nothing of which nobody can know: no meaning without vectors, no likeness without a country', () => {
    const [one] = rank([candidate('a')], setting);
    assert.deepEqual(
      one?.factors.map(({ factor }) => factor),
      ['words', 'experience'],
    );
    const [other] = rank([candidate('a', { meaning: 0.5 })], { ...setting, country: 'SN', sectors: ['140'] });
    assert.equal(
      other?.of,
      Object.values(mostPoints).reduce((sum, points) => sum + points, 0),
    );
  });

  it('a shared sector and a shared goal count half each where both were asked for', () => {
    const asked = { ...setting, sectors: ['140'], goals: ['6'] };
    const [both, half] = rank(
      [
        candidate('a', withFacets({ sector: ['140'], sdg: ['6'] })),
        candidate('b', withFacets({ sdg: ['6'] })),
      ],
      asked,
    );
    const subject = (one: typeof both) =>
      one?.factors.find(({ factor }) => factor === 'subject')?.points ?? 0;
    assert.equal(subject(both), mostPoints.subject);
    assert.equal(subject(half), mostPoints.subject / 2);
  });

  it('more uses, a newer word and a confirmation never lower a record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1990, max: 2026 }), (uses, year) => {
        const hosts = Array.from({ length: uses }, (_, at) => `X${at}`);
        const facets = { host: hosts };
        const digest = { title: [], summary: [], body: [], facets, year };
        const better = { ...digest, facets: { host: [...hosts, 'YY'] }, year: year + 1 };
        const [plain] = rank([candidate('a', { digest })], setting);
        const [more] = rank([candidate('a', { digest: better, confirmation: 'confirmed' })], setting);
        assert.ok((more?.points ?? 0) >= (plain?.points ?? 0));
      }),
    );
  });
});

describe('likeness of countries', () => {
  it('is the same both ways and never says that one is better', () => {
    const there = likestOf('SN', ['ML']);
    const back = likestOf('ML', ['SN']);
    assert.equal(there?.same.length, back?.same.length);
    assert.deepEqual(Object.keys(there ?? {}).sort(), ['country', 'different', 'same', 'unknown']);
  });

  it('takes the likest of several, and never the country itself', () => {
    assert.equal(likestOf('SN', ['CN', 'BJ', 'SN'])?.country, 'BJ');
    assert.equal(likestOf('SN', ['SN']), undefined);
  });

  it('"countries like mine" are those alike in at least four ways', () => {
    const like = countriesLike('SN');
    assert.ok(like.includes('BJ') && !like.includes('CN') && !like.includes('SN'));
    assert.deepEqual(countriesLike('ZZ'), []);
  });
});

describe('reasons', () => {
  const problem: Problem = {
    text: 'fuites dans les conduites',
    words: [
      {
        shown: 'fuites',
        lang: 'fr',
        weight: 1,
        ways: [
          { terms: ['fuit'], weight: 1 },
          { terms: ['leak'], weight: 0.7, lang: 'en', translated: true },
        ],
      },
      { shown: 'compteurs', lang: 'fr', weight: 1, ways: [{ terms: ['compteur'], weight: 1 }] },
    ],
    related: [
      {
        shown: 'compteurs de secteur',
        asked: 'fuites',
        relation: 'answers',
        weight: 0.5,
        ways: [
          { terms: ['district'], next: ['meter'], weight: 0.85, lang: 'en', elsewhere: 0, translated: true },
        ],
      },
    ],
    languages: ['fr'],
    cut: false,
    unheard: [],
    distinct: 2,
  };

  it('name the word as it stands in the record, in which language, and that a dictionary led there', () => {
    const [one] = rank([candidate('a')], { ...setting, country: 'SN' });
    assert.ok(one !== undefined);
    const { words, misfits, terms } = explain(problem, one, { spoken: ['fr'], year: 2026 });
    assert.deepEqual(words, [{ asked: 'fuites', found: 'Leaks', lang: 'en', translated: true }]);
    assert.ok(terms.has('leak'));
    assert.deepEqual(
      misfits.map(({ kind }) => kind),
      ['words', 'language', 'unused', 'observed'],
    );
  });

  it('tell what a record says that answers what is asked, and what led there', () => {
    const title = [{ lang: 'en', text: 'District meters for towns' }];
    const [one] = rank([candidate('a', { digest: { title, summary: [], body: [], facets: {} } })], setting);
    assert.ok(one !== undefined);
    const { words, related, misfits, terms } = explain(problem, one, { spoken: [], year: 2026 });
    assert.deepEqual(words, []);
    assert.deepEqual(related, [
      { asked: 'fuites', relation: 'answers', found: 'District meters', lang: 'en' },
    ]);
    assert.ok(terms.has('meter'));
    // What was asked is still told as missing.
    assert.deepEqual(misfits[0], { kind: 'words', missing: ['fuites', 'compteurs'] });
  });

  it('take a translation for what is asked only in a text of its language', () => {
    const title = [{ lang: 'es', text: 'Leaks' }];
    const spanish = candidate('a', { digest: { title, summary: [], body: [], facets: {} } });
    const strict = problem.words.map((word) => ({
      ...word,
      ways: word.ways.map((way) => (way.translated ? { ...way, elsewhere: 0 } : way)),
    }));
    const [one] = rank([spanish], setting);
    assert.ok(one !== undefined);
    const { words } = explain({ ...problem, words: strict }, one, { spoken: [], year: 2026 });
    assert.deepEqual(words, []);
  });

  it('tell a phrase whole, as found and as missing, and mark the words of it that stand there', () => {
    const phrase = (shown: string, first: string, second: string): ProblemWord => ({
      shown,
      lang: 'fr',
      weight: 1,
      ways: [{ terms: [first], next: [second], weight: 0.85, lang: 'en', elsewhere: 0, translated: true }],
    });
    const froid: ProblemWord = {
      shown: 'froid',
      lang: 'fr',
      weight: 1,
      ways: [{ terms: ['froid'], weight: 1 }],
    };
    const asked = [
      phrase('chaîne du froid', 'cold', 'chain'),
      froid,
      phrase('secteur informel', 'inform', 'sector'),
    ];
    const title = [{ lang: 'en', text: 'A cold chain for the informal market' }];
    const one = candidate('a', { digest: { title, summary: [], body: [], facets: {} } });
    const [ranked] = rank([one], setting);
    assert.ok(ranked !== undefined);
    const { words, misfits, terms } = explain({ ...problem, words: asked }, ranked, {
      spoken: [],
      year: 2026,
    });
    assert.deepEqual(words, [
      { asked: 'chaîne du froid', found: 'cold chain', lang: 'en', translated: true },
    ]);
    assert.deepEqual([terms.has('cold'), terms.has('chain'), terms.has('inform')], [true, true, false]);
    const missing = misfits.find(({ kind }) => kind === 'words');
    assert.deepEqual(missing, { kind: 'words', missing: ['froid', 'secteur informel'] });
  });

  it('say what differs of the likest country, and that nothing newer is told', () => {
    const old = candidate('a', {
      digest: {
        title: [{ lang: 'fr', text: 'Fuites' }],
        summary: [],
        body: [],
        facets: { provider: ['CN'] },
        year: 1999,
      },
    });
    const [one] = rank([old], { ...setting, country: 'SN' });
    assert.ok(one !== undefined);
    const { misfits } = explain(problem, one, { spoken: ['fr'], year: 2026 });
    assert.ok(misfits.some((misfit) => misfit.kind === 'old' && misfit.year === 1999));
    assert.ok(misfits.some((misfit) => misfit.kind === 'country' && misfit.trait === 'language'));
    assert.ok(!misfits.some((misfit) => misfit.kind === 'language'));
  });
});
