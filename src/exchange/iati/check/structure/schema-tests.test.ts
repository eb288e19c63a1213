import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sharedData, skipWords } from '../../../../../tests/fixtures/shared-data.ts';
import { structureProblems } from '../../../../../tests/fixtures/structure-problems.ts';
import { tarEntries } from '../../../../../tests/fixtures/tar-entries.ts';
import { schemaPath, xsdVerdict } from '../../../../../tests/fixtures/xsd-verdict.ts';
import { rootShape, type Shape, type StandardRoot } from '../../standard/shape.ts';
import { findVersion, type StandardVersion, standardVersions } from '../../standard/version.ts';

const folder = sharedData('iati') ?? '';

function skippedWithoutData(t: TestContext): boolean {
  if (folder !== '') return false;
  t.skip(skipWords);
  return true;
}

/** The shape that a schema gives the first element of the document: some of the files hold a record without its root. */
function shapeOfFirst(text: string, root: StandardRoot, version: StandardVersion): Shape {
  const first = /<([a-z-]+)[\s>/]/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '';
  const shape = rootShape(root, version);
  return shape.childNamed.get(first)?.shape ?? shape;
}

for (const version of standardVersions) {
  test(`our verdict is that of the schema on every test file of ${version}, and names the same element`, (t) => {
    if (skippedWithoutData(t)) return;
    const schemas = join(folder, 'standard/xsd');
    const files = tarEntries(readFileSync(join(folder, `edge/schema-tests-${version}.tar.gz`)));
    // What stands under registry-tests follows another schema, which nobody speaks any more.
    const ours = files.filter(({ path }) => path.endsWith('.xml') && !path.includes('registry-tests'));
    assert.ok(ours.length > 360, `${ours.length} files`);
    for (const { path, bytes } of ours) {
      const text = bytes.toString();
      const root = /iati-organisation[\s>]|iati-organisations[\s>]/.test(text)
        ? 'iati-organisations'
        : 'iati-activities';
      const problems = structureProblems(text, shapeOfFirst(text, root, version));
      assert.equal(problems.length === 0, path.includes('should-pass'), path);
      const schema = xsdVerdict(schemaPath(schemas, version, root), bytes);
      assert.equal(problems.length === 0, schema.valid, path);
      assert.equal(problems[0]?.path.at(-1)?.replace(/^.*:/, ''), schema.element, path);
    }
  });
}

test('our verdict is that of the schema on real files, and names the same element', (t) => {
  if (skippedWithoutData(t)) return;
  for (const { file, bytes } of realFiles()) {
    const text = bytes.toString();
    const root = /<iati-organisations[\s>]/.test(text) ? 'iati-organisations' : 'iati-activities';
    const version = findVersion(/<iati-[a-z]+s\s[^>]*version="([^"]*)"/.exec(text)?.[1]) ?? '2.03';
    const problems = structureProblems(text, rootShape(root, version));
    const schema = xsdVerdict(schemaPath(join(folder, 'standard/xsd'), version, root), bytes);
    assert.equal(problems.length === 0, schema.valid, file);
    assert.equal(problems[0]?.path.at(-1), schema.element, file);
  }
});

function realFiles(): readonly { readonly file: string; readonly bytes: Buffer }[] {
  const folders = ['publishers', 'organisations', 'standard/examples', 'edge/sample-good-and-bad'];
  return folders.flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => /\.xml(\.gz)?$/.test(file))
      .map((file) => {
        const bytes = readFileSync(join(folder, name, file));
        return { file, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
      }),
  );
}
