import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { southbridge, startHouse } from '../fixtures/running-house.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-start-'));
after(() => rm(folder, { recursive: true, force: true }));

test('a fresh house opens at one printed address with the starter collection, marked as observed by third parties', async () => {
  const house = await startHouse({ dataDir: join(folder, 'fresh') });
  const health = (await (await fetch(`${house.address}/health`)).json()) as {
    status: string;
    behind: number;
    records: number;
  };
  assert.equal(health.status, 'ok');
  assert.equal(health.behind, 0);
  assert.equal(health.records, 582, '305 of the starter collection, 277 of the Marrakech texts');
  const record = (await (await fetch(`${house.address}/en/practice/human-milk-banks.json`)).json()) as {
    standing: string;
  };
  assert.equal(record.standing, 'thirdParty');
  assert.equal(await house.stop(), 0);

  const again = await startHouse({ dataDir: join(folder, 'fresh') });
  assert.doesNotMatch(again.printed(), /Loaded the starter/, 'the collection is loaded once');
  assert.equal((await fetch(`${again.address}/en/practice/human-milk-banks`)).status, 200);
  await again.stop();
});

test('serve --empty opens an empty house', async () => {
  const house = await startHouse({ dataDir: join(folder, 'empty'), arguments: ['--empty'] });
  const health = (await (await fetch(`${house.address}/health`)).json()) as { records: number };
  assert.equal(health.records, 0);
  assert.equal((await fetch(`${house.address}/en/`)).status, 200);
  await house.stop();
});

test('a port that is taken is named', async () => {
  const house = await startHouse({ dataDir: join(folder, 'first'), arguments: ['--empty'] });
  const port = new URL(house.address).port;
  await assert.rejects(
    startHouse({ dataDir: join(folder, 'second'), arguments: ['--empty'], environment: { PORT: port } }),
    new RegExp(port),
  );
  await house.stop();
});

test('an index that was thrown away or damaged is made again from the log at the next start', async () => {
  const dataDir = join(folder, 'fresh');
  await writeFile(join(dataDir, 'index', 'everybody.index'), 'not an index');
  const house = await startHouse({ dataDir });
  const found = (await (await fetch(`${house.address}/en/search.json?q=milk`)).json()) as { total: number };
  assert.ok(found.total > 0);
  await house.stop();
});

test('settings that make no sense are all named at once', async () => {
  await assert.rejects(
    startHouse({ dataDir: join(folder, 'x'), environment: { PORT: 'eighty', CACHE_MB: '-1' } }),
    /PORT=eighty.*CACHE_MB=-1/s,
  );
});

test('each command has help with examples, and a wrong word gets exit code 2', async () => {
  for (const command of [
    'serve',
    'import',
    'export',
    'search',
    'show',
    'duplicates',
    'rebuild',
    'verify',
    'config',
  ]) {
    const { code, out } = await southbridge(folder, command, '--help');
    assert.equal(code, 0, command);
    assert.match(out, /Example/, command);
  }
  assert.equal((await southbridge(folder, 'improt')).code, 2);
  assert.equal((await southbridge(folder, 'import')).code, 2);
});

test('search, show, export, verify, rebuild and config speak of the house, as words and as JSON', async () => {
  const dataDir = join(folder, 'fresh');
  const search = await southbridge(dataDir, 'search', 'milk', '--json');
  const { total, records } = JSON.parse(search.out) as { total: number; records: { id: string }[] };
  assert.ok(total >= 2 && records.some(({ id }) => id === 'human-milk-banks'));
  assert.match(
    (await southbridge(dataDir, 'show', 'practice', 'human-milk-banks')).out,
    /Network of human milk banks/,
  );
  const missing = await southbridge(dataDir, 'show', 'practice', 'no-such-thing');
  assert.equal(missing.code, 1);
  assert.match(missing.err, /no-such-thing/);
  const lines = (await southbridge(dataDir, 'export', '--filter', 'kind=event')).out.trim().split('\n');
  assert.equal(lines.length, 76);
  const wrong = await southbridge(dataDir, 'export', '--filter', 'planet=mars');
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /planet=mars/);
  const verified = await southbridge(dataDir, 'verify');
  assert.equal(verified.code, 0, verified.err);
  assert.match(verified.out, /No damage found/);
  assert.match((await southbridge(dataDir, 'rebuild')).out, /582 records/);
  const settings = JSON.parse((await southbridge(dataDir, 'config', '--json')).out) as { variable: string }[];
  assert.ok(settings.some(({ variable }) => variable === 'DATA_DIR'));
});
