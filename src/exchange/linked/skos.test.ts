import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'n3';
import { labelLists } from '../../vocabulary/all-lists.ts';
import { skosOf } from './skos.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';

for (const list of labelLists) {
  test(`the list ${list.name} reads as Turtle: each code once, with all its names, under its wider code`, () => {
    const address = `https://node.example/vocabulary/${list.name}`;
    const quads = new Parser().parse(skosOf(list, address));
    const about = (predicate: string) => quads.filter((quad) => quad.predicate.value === skos + predicate);
    assert.deepEqual(
      about('notation').map(({ object }) => object.value),
      [...list.entries.keys()],
    );
    const names = [...list.entries.values()].flatMap((entry) => Object.values(entry.names));
    assert.deepEqual(
      about('prefLabel').map(({ object }) => object.value),
      names,
    );
    const narrower = about('broader').length;
    assert.equal(
      narrower + about('topConceptOf').length,
      list.entries.size,
      'a code is at the top or below another',
    );
    const concepts = new Set(about('inScheme').map(({ subject }) => subject.value));
    for (const { object } of about('broader')) assert.ok(concepts.has(object.value), object.value);
  });
}
