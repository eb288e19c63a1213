import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openApiOf } from '../../src/api/open-api.ts';
import { routeTable } from '../../src/api/route-table.ts';

const redocly = fileURLToPath(
  new URL('../../.cache/tools/node_modules/@redocly/cli/bin/cli.js', import.meta.url),
);
const skip = existsSync(redocly) ? false : 'SKIPPED: no @redocly/cli in .cache/tools, which .ci/run installs';

// An address that begins with a language is none under /api, which has three letters; the rule cannot know.
const rules = `extends: [recommended-strict]\nrules:\n  no-ambiguous-paths: off\n`;

test('the description of the API is good OpenAPI 3.1, without a warning', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-openapi-'));
  after(() => rm(folder, { recursive: true }));
  const [file, config] = [join(folder, 'openapi.json'), join(folder, 'redocly.yaml')];
  await writeFile(file, JSON.stringify(openApiOf(routeTable, 'test')));
  await writeFile(config, rules);
  const run = spawnSync(process.execPath, [redocly, 'lint', file, '--config', config, '--format', 'json'], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.doesNotMatch(run.stdout, /"severity": ?"(error|warn)"/);
});

test('every group of addresses says in words what it is about', () => {
  const { tags } = openApiOf(routeTable, 'test') as { tags: { name: string; description: string }[] };
  assert.deepEqual(
    tags.filter(({ description }) => description.startsWith('Under /')),
    [],
  );
});
