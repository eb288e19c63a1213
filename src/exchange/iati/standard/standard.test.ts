import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootShape, type Shape, type StandardRoot, standardRoots } from './shape.ts';
import { findVersion, isWithin, standardVersions } from './version.ts';

/** The shape at a path of names below a root. */
function shapeAt(root: StandardRoot, version: '2.01' | '2.02' | '2.03', ...path: string[]): Shape {
  let shape = rootShape(root, version);
  for (const name of path) {
    const next = shape.childNamed.get(name)?.shape;
    assert.ok(next !== undefined, `${name} is not in ${shape.name} in ${version}`);
    shape = next;
  }
  return shape;
}

function everyShape(shape: Shape): readonly Shape[] {
  return [shape, ...shape.children.flatMap((child) => everyShape(child.shape))];
}

test('an activity begins with its identifier and ends with the forward spending survey', () => {
  for (const version of standardVersions) {
    const names = shapeAt('iati-activities', version, 'iati-activity').children.map(
      ({ shape }) => shape.name,
    );
    assert.deepEqual(names.slice(0, 4), ['iati-identifier', 'reporting-org', 'title', 'description']);
    assert.equal(names.at(-1), 'fss');
  }
});

test('tags and reasons for a missing budget came with 2.03, humanitarian scope with 2.02', () => {
  const activity = standardVersions.map((version) => shapeAt('iati-activities', version, 'iati-activity'));
  const has = (name: string) => activity.map((shape) => shape.childNamed.has(name));
  assert.deepEqual(has('tag'), [false, false, true]);
  assert.deepEqual(has('humanitarian-scope'), [false, true, true]);
  assert.deepEqual(
    activity.map((shape) => shape.attributes.has('budget-not-provided')),
    [false, false, true],
  );
});

test('how often an element may stand changes with the version', () => {
  const most = standardVersions.map(
    (version) => shapeAt('iati-activities', version, 'iati-activity').childNamed.get('default-aid-type')?.max,
  );
  assert.deepEqual(most, [1, 1, Number.POSITIVE_INFINITY]);
});

test('one name means another element elsewhere', () => {
  const share = shapeAt('iati-activities', '2.03', 'iati-activity', 'sector');
  const whole = shapeAt('iati-activities', '2.03', 'iati-activity', 'transaction', 'sector');
  assert.ok(share.attributes.has('percentage'));
  assert.ok(!whole.attributes.has('percentage'));
  assert.equal(
    shapeAt('iati-organisations', '2.03', 'iati-organisation', 'total-budget', 'value').content,
    'decimal',
  );
});

test('no element holds two children or has two attributes of one name in one version', () => {
  for (const version of standardVersions) {
    for (const root of ['iati-activities', 'iati-organisations'] as const) {
      for (const shape of everyShape(rootShape(root, version))) {
        assert.equal(shape.childNamed.size, shape.children.length, shape.name);
        const uses = shape.requiredAttributes.length;
        assert.equal(new Set(shape.requiredAttributes).size, uses, shape.name);
        assert.ok(shape.foreignElementsAt >= 0, shape.name);
        if (shape.content !== 'elements') assert.equal(shape.children.length, 0, shape.name);
      }
    }
  }
});

test('the tables hold every element of the standard', () => {
  const counts = standardVersions.map((version) => {
    const roots = Object.keys(standardRoots) as StandardRoot[]; // the keys are the roots
    const shapes = roots.flatMap((root) => everyShape(rootShape(root, version)));
    return new Set(shapes).size;
  });
  assert.deepEqual(counts, [102, 112, 114]);
});

test('versions are known by their names', () => {
  assert.equal(findVersion('2.03'), '2.03');
  assert.equal(findVersion('2.3'), undefined);
  assert.ok(isWithin({ since: '2.02' }, '2.02') && !isWithin({ since: '2.02' }, '2.01'));
  assert.ok(isWithin({ until: '2.02' }, '2.02') && !isWithin({ until: '2.02' }, '2.03'));
});
