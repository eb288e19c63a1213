import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { Fault } from '../../kernel/fault.ts';
import { defaultLimits, type InputLimits } from '../limits.ts';
import { XmlScanner } from './xml-scanner.ts';

type Outcome = readonly string[] | 'refused';

/** Everything that is told of a document, texts between two tags joined and blank ones left out. */
function scan(
  pieces: readonly string[],
  wants = (_: string) => true,
  limits: InputLimits = defaultLimits,
): string[] {
  const told: string[] = [];
  let text = '';
  const tag = (line: string) => {
    if (text.trim() !== '') told.push(`text ${JSON.stringify(text.trim())}`);
    text = '';
    told.push(line);
  };
  const listener = {
    wants,
    open: (name: string, attributes: readonly string[]) => tag(`open ${name} ${JSON.stringify(attributes)}`),
    text: (piece: string) => {
      text += piece;
    },
    close: (name: string) => tag(`close ${name}`),
  };
  const scanner = new XmlScanner(listener, limits, 'f.xml');
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return told;
}

function outcome(pieces: readonly string[], wants?: (name: string) => boolean): Outcome {
  try {
    return scan(pieces, wants);
  } catch (error) {
    assert.ok(error instanceof Fault, String(error));
    return 'refused';
  }
}

/** The same document through the reader of another house, the oracle. */
function saxes(document: string): Outcome {
  const told: string[] = [];
  let text = '';
  let isRefused = false;
  const tag = (line: string) => {
    if (text.trim() !== '') told.push(`text ${JSON.stringify(text.trim())}`);
    text = '';
    told.push(line);
  };
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    isRefused = true;
  });
  parser.on('doctype', () => {
    isRefused = true;
  });
  parser.on('opentag', ({ name, attributes }) =>
    tag(`open ${name} ${JSON.stringify(Object.entries(attributes).flat())}`),
  );
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => tag(`close ${name}`));
  parser.write(document).close();
  return isRefused ? 'refused' : told;
}

const name = fc.constantFrom('a', 'b', 'ns:c', 'narrative', 'é', '名', 'x-1.y');
const words = fc.oneof(
  fc.constantFrom(
    'text',
    ' ',
    '\n  ',
    '&amp;',
    '&#233;',
    '&#x1F600;',
    ']]',
    '>',
    '"',
    "'",
    'عربي',
    '中文',
    '😀',
    '=',
  ),
  fc.string({ maxLength: 5 }).map((text) => text.replace(/[<&>\p{Cc}\ufffe\uffff]/gu, '')),
);
const value = fc.constantFrom('', '1', 'a b', '&lt;&quot;', "it's", 'a\tb', '>', 'é', '2024-01-01');
const attributes = fc
  .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 4 })
  .map((all) => all.map(([key, text]) => ` ${key}="${text}"`).join(''));
const misc = fc.constantFrom('<!-- c -->', '<?pi x?>', '<![CDATA[<raw> & ]] ]]>', '<!---->');
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc
    .array(fc.oneof({ weight: 3, arbitrary: words }, misc, tie('element')), { maxLength: 5 })
    .map((all) => all.join('')),
  element: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, attributes).map(([tag, inside]) => `<${tag}${inside}/>`),
    fc
      .tuple(name, attributes, tie('content'))
      .map(([tag, inside, content]) => `<${tag}${inside}>${content}</${tag} >`),
  ),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '<!-- before -->'),
    element,
    fc.constantFrom('', '\n', '<!-- after -->\n'),
  )
  .map((parts) => parts.join(''));
const damaged = fc
  .tuple(
    document,
    fc.nat(),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '/',
      ' ',
      '</a>',
      '<a>',
      ']]>',
      '-',
      '',
      '=',
      '!',
      '?',
      '\0',
      '<!',
      '<?x',
    ),
    fc.nat(3),
  )
  .map(([text, at, mark, gone]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + mark + text.slice(place + gone);
  })
  .filter((text) => text.isWellFormed())
  // The oracle takes a question mark inside the name of an instruction, which the standard does not.
  .filter((text) => !/<\?[^\s?]*\?(?!>)/.test(text));

function cut(text: string, places: readonly number[]): string[] {
  const edges = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
}

test('a document is told of as an independent reader tells of it', () => {
  fc.assert(
    fc.property(document, (text) => assert.deepEqual(outcome([text]), saxes(text))),
    { numRuns: 400 },
  );
});

test('a damaged document is refused where an independent reader refuses it, and only there', () => {
  fc.assert(
    fc.property(damaged, (text) => assert.deepEqual(outcome([text]), saxes(text))),
    { numRuns: 3_000 },
  );
});

test('a damaged document is refused also where nobody wants what is damaged', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const isRefused = saxes(text) === 'refused';
      assert.equal(outcome([text], () => false) === 'refused', isRefused);
    }),
    { numRuns: 2_000 },
  );
});

test('where a document is cut into pieces makes no difference', () => {
  fc.assert(
    fc.property(fc.oneof(document, damaged), fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
      assert.deepEqual(outcome(cut(text, places)), outcome([text]));
      assert.deepEqual(outcome([...text]), outcome([text]));
    }),
    { numRuns: 600 },
  );
});

test('what is not wanted is left out with all that stands in it', () => {
  const told = scan(['<r>a<skip><b x="1">no</b></skip>c<b>yes</b></r>'], (tag) => tag !== 'skip');
  assert.deepEqual(told, ['open r []', 'text "ac"', 'open b []', 'text "yes"', 'close b', 'close r']);
});

function refusal(text: string, limits = defaultLimits): Fault {
  try {
    scan([text], () => true, limits);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: `not refused: ${text.slice(0, 80)}` });
}

test('a refusal names the line and the column', () => {
  const { code, params } = refusal('<r>\n  <a>\n </b></r>');
  assert.equal(code, 'notWellFormed');
  assert.deepEqual(params, { file: 'f.xml', line: 3, column: 2, got: '</b></r>' });
  assert.deepEqual(refusal('<r>\n<a x="1" x="2"/></r>').params['column'], 10);
});

test('a document type is refused before anything in it is looked at', () => {
  const refused = { code: 'doctypeRefused', params: { file: 'f.xml', line: 2 } };
  const beginning = '<?xml version="1.0"?>\n<!DOCTYPE r [';
  // Nothing after this has been given: however much would follow, it is not waited for.
  assert.throws(() => scan([beginning]), refused);
  const bomb = `${beginning}<!ENTITY a "lol">${'<!ENTITY b "&a;&a;">'.repeat(10_000)}]><r>&b;</r>`;
  assert.throws(() => scan([bomb]), refused);
  assert.throws(() => scan([...bomb.slice(0, 100)]), refused);
  assert.equal(refusal('<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>').code, 'doctypeRefused');
  assert.equal(refusal('<!doctype html><p>Log in').code, 'unknownFormat');
});

test('a document that ends too early is truncated, and one without anything is empty', () => {
  assert.equal(refusal('<r>\n<a>').code, 'truncated');
  assert.equal(refusal('<r>\n<a>').params['line'], 2);
  assert.equal(refusal('<r><!-- ').code, 'truncated');
  assert.equal(refusal('<?xml version="1.0"?>').code, 'truncated');
  assert.equal(refusal('').code, 'emptyFile');
  assert.equal(refusal(' \n').code, 'emptyFile');
});

test('depth, a text, a tag and a record have limits, in whatever pieces they come', () => {
  const limits = { ...defaultLimits, xmlDepth: 3, cellCharacters: 50 };
  assert.deepEqual(refusal('<a>\n<a><a><a/></a></a></a>', limits).params, {
    file: 'f.xml',
    line: 2,
    limit: 3,
  });
  const long = `<r>\n<a>${'x'.repeat(51)}</a></r>`;
  for (const pieces of [[long], [...long]]) {
    assert.throws(() => scan(pieces, undefined, limits), {
      code: 'cellTooLarge',
      params: { file: 'f.xml', line: 2, limit: 50 },
    });
  }
  const tag = `<r>\n<a x="${'x'.repeat(51)}"/></r>`;
  for (const pieces of [[tag], [...tag]]) {
    assert.throws(() => scan(pieces, undefined, limits), {
      code: 'cellTooLarge',
      params: { file: 'f.xml', line: 2, limit: 50 },
    });
  }
  assert.throws(() => scan([long], () => false, limits), { code: 'cellTooLarge' });
});

test('the same attribute twice is found also among very many', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => `a${i}="1"`).join(' ');
  assert.equal(scan([`<r ${many}/>`]).length, 2);
  for (const twin of ['a7', 'a4999']) assert.equal(refusal(`<r ${many} ${twin}="2"/>`).code, 'notWellFormed');
});
