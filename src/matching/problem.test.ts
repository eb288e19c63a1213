import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldWords } from './field-words.ts';
import { longestProblem } from './plain-text.ts';
import { type Knowledge, readProblem } from './problem.ts';

/** A house in which every word stands in ten of a thousand records, and `the same` ones in nearly all. */
const knowledge: Knowledge = {
  records: 1_000,
  spread: (terms) => (terms.includes('unheardof') ? 0 : terms.includes('common') ? 900 : 10),
};
const shown = (text: string, lang = 'en') =>
  readProblem(text, lang, knowledge).words.map((word) => word.shown);

describe('a problem', () => {
  it('is read for its words: those seldom in records first, the asking left out', () => {
    assert.deepEqual(shown('We are looking for help: common leaks, leaks of pumps'), [
      'leaks',
      'pumps',
      'common',
    ]);
  });

  it('is not about the country that it names; words of the field come first, and a short form that is a word stays one', () => {
    assert.deepEqual(shown('L’eau des puits au Sénégal dans nos villages', 'fr'), [
      'puits',
      'villages',
      'eau',
    ]);
  });

  it('may be in several languages, sentence by sentence', () => {
    const { languages } = readProblem(
      'Our towns lose half of the water in old pipes. Nos villes perdent la moitié de l’eau dans les conduites.',
      'en',
      knowledge,
    );
    assert.deepEqual([...languages].sort(), ['en', 'fr']);
  });

  it('too short to tell its language has that of its script, else of the reader', () => {
    assert.deepEqual(readProblem('засуха', 'en', knowledge).languages, ['ru']);
    assert.deepEqual(readProblem('جفاف', 'en', knowledge).languages, ['ar']);
    assert.deepEqual(readProblem('干旱', 'en', knowledge).languages, ['zh']);
    assert.deepEqual(readProblem('sequía', 'es', knowledge).languages, ['es']);
    assert.deepEqual(readProblem('drought', 'ar', knowledge).languages, ['en']);
  });

  it('too short to tell is in the language that knows its words, whatever the reader’s', () => {
    for (const reader of ['en', 'es', 'ar'])
      assert.deepEqual(readProblem('fuites d’eau', reader, knowledge).languages, ['fr'], reader);
    assert.deepEqual(readProblem('drought', 'fr', knowledge).languages, ['en']);
    // Known as well in the reader's language, or in none: that of the reader.
    for (const reader of ['en', 'fr'])
      assert.deepEqual(readProblem('irrigation', reader, knowledge).languages, [reader]);
    assert.deepEqual(readProblem('xyzzy', 'pt', knowledge).languages, ['pt']);
  });

  it('too short to tell is in the language whose dictionary knows its words', () => {
    const translations = (stem: string, from: string) =>
      from === 'fr' && stem === 'pert' ? [{ stem: 'loss', weight: 0.9 }] : [];
    assert.deepEqual(readProblem('pertes', 'en', { ...knowledge, translations }).languages, ['fr']);
  });

  it('is not about the words that hold its sentences together, which are those of its language', () => {
    assert.deepEqual(shown('About half of the young people have neither pumps nor latrines themselves'), [
      'young',
      'pumps',
      'latrines',
      'people',
    ]);
    assert.deepEqual(shown('Нет насосов за рекой', 'ru'), ['насосов', 'рекой']);
    assert.deepEqual(shown('Nous manquons aussi de presque toutes les semences', 'fr'), [
      'semences',
      'manquons',
    ]);
    // “Contra” is a word of the sentence in Spanish alone.
    assert.deepEqual(shown('rebeldes contra', 'es'), ['rebeldes']);
    assert.ok(shown('contra rebels', 'en').includes('contra'));
  });

  it('in a language that we do not have is told as such, and its words count as they stand', () => {
    const swahili =
      'Wakulima wadogo katika maeneo kame hupoteza mahindi mengi baada ya mavuno kwa sababu ya ukosefu wa maghala bora.';
    const { languages, words } = readProblem(swahili, 'en', knowledge);
    assert.deepEqual(languages, ['und']);
    assert.ok(words.some((word) => word.shown === 'mahindi'));
  });

  it('without words has none: empty, numbers only, markup only', () => {
    for (const text of ['', '   ', '12 345,6 % 2003', '<br><br/><hr>', '🙂🙂', '!!! ???'])
      assert.deepEqual(shown(text), [], JSON.stringify(text));
  });

  it('has phrases of the field beside their words, first of all', () => {
    const { words } = readProblem('La chaîne du froid des vaccins', 'fr', knowledge);
    assert.equal(words[0]?.shown, 'chaîne du froid');
    assert.ok(words[0]?.ways.some(({ terms, next }) => terms[0] === 'cold' && next?.[0] === 'chain'));
    assert.ok(words.some(({ shown }) => shown === 'froid'));
  });

  it('in Arabic is read without what is glued before a word, where the word is known only so', () => {
    const { words } = readProblem('وقروض وزارة', 'ar', {
      ...knowledge,
      translations: (stem) => (stem === 'قروض' || stem === 'وزار' ? [{ stem: 'x', weight: 0.9 }] : []),
    });
    const read = words.map(({ ways }) => ways[0]?.terms[0]);
    assert.ok(read.includes('قروض') && !read.includes('زار'), `${read}`);
  });

  it('tells which words no record has', () => {
    const { words, unheard } = readProblem('unheardof pumps', 'en', knowledge);
    assert.deepEqual(
      words.map((word) => word.shown),
      ['pumps'],
    );
    assert.deepEqual(unheard, ['unheardof']);
  });

  it('of fifty thousand words is cut and counts 32 words', () => {
    const long = Array.from(
      { length: 50_000 },
      (_, at) => `word${String.fromCharCode(97 + (at % 26))}x${at % 997}`,
    ).join(' ');
    const { words, cut, text } = readProblem(long, 'en', knowledge);
    assert.equal(cut, true);
    assert.equal(words.length, 32);
    assert.ok(text.length <= longestProblem + 2);
  });

  it('is looked for in other languages, less surely than as it was typed', () => {
    const [word] = readProblem('drought', 'en', knowledge).words;
    const french = word?.ways.find((way) => way.translated && way.lang === 'fr');
    assert.ok(french !== undefined && french.weight < 1);
    assert.equal(word?.ways[0]?.weight, 1);
  });

  it('is that word only in its own language; as it was typed it may be a name or a loanword in any', () => {
    const ways = readProblem('drought', 'en', knowledge).words[0]?.ways ?? [];
    assert.ok((ways[0]?.elsewhere ?? 0) > 0);
    for (const { lang, elsewhere } of ways.slice(1)) assert.ok(lang !== undefined && elsewhere === 0);
  });

  it('asks the dictionary only for what the words of the field do not have', () => {
    const asked: string[] = [];
    readProblem('drought quorum', 'en', {
      ...knowledge,
      translations: (stem, from, to) => {
        if (from === 'en') asked.push(`${stem} ${to}`);
        return [];
      },
    });
    assert.ok(asked.includes('quorum fr') && !asked.includes('drought fr'));
  });
});

describe('a word of our list whose stem is that of another word too', () => {
  /** The dictionary knows the stem of “cities” for “civil” as often, and that of “city” for nothing else. */
  const knows = (stem: string) =>
    stem === 'مدن'
      ? [
          { stem: 'citi', weight: 0.5 },
          { stem: 'civil', weight: 0.45 },
        ]
      : [];
  const arabic = (text: string, translations: NonNullable<Knowledge['translations']>) =>
    readProblem(text, 'en', { ...knowledge, translations }).words.flatMap(({ ways }) =>
      ways.filter(({ lang }) => lang === 'ar').flatMap(({ terms }) => terms),
    );

  it('is left out where that is rather what it means, the other words for the thing stay', () => {
    assert.deepEqual(arabic('towns', knows), ['مدين', 'حضر']);
  });

  it('is weighed for the thing that is meant: herders are not care, though one stem has both', () => {
    const care = (stem: string) => (stem === 'رعا' ? [{ stem: 'care', weight: 0.9 }] : []);
    assert.ok(fieldWords('herder', 'en', 'ar').includes('رعا'));
    assert.ok(!arabic('herder', care).includes('رعا'));
    assert.ok(arabic('care', care).includes('رعا'));
  });

  it('stays where the dictionary knows it for this thing, or does not know it', () => {
    assert.ok(arabic('towns', () => []).includes('مدن'));
    assert.ok(
      arabic('towns', (stem) => (stem === 'مدن' ? [{ stem: 'citi', weight: 0.9 }] : [])).includes('مدن'),
    );
  });

  it('leaves it to the dictionary where no word of the list is left', () => {
    const [only = ''] = fieldWords('drought', 'en', 'ar');
    const dictionary = (stem: string, from: string) =>
      from === 'en' ? [{ stem: 'يابس', weight: 0.9 }] : stem === only ? [{ stem: 'dri', weight: 0.9 }] : [];
    assert.deepEqual(fieldWords('drought', 'en', 'ar'), [only]);
    assert.deepEqual(arabic('drought', dictionary), ['يابس']);
  });
});

describe('words of the field', () => {
  it('lead from each language to the others and back', () => {
    assert.ok(fieldWords('drought', 'en', 'fr').includes('secheress'));
    for (const lang of ['fr', 'es', 'ar', 'ru', 'zh', 'pt']) {
      const [stem = ''] = fieldWords('drought', 'en', lang);
      assert.ok(fieldWords(stem, lang, 'en').includes('drought'), `${lang}: ${stem}`);
    }
  });

  it('know other words of the same language, never the word itself', () => {
    const same = fieldWords('cattl', 'en', 'en');
    assert.ok(same.length > 0 && !same.includes('cattl'));
    assert.deepEqual(fieldWords('nothing', 'en', 'fr'), []);
  });
});
