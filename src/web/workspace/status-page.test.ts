import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';

test('the administrator alone sees how the node stands, in every language', async () => {
  const office = await smallOffice();
  const { read, get } = visiting(office);
  assert.match(
    await read('administrator', '/en/desk/status'),
    /up to date[\s\S]*waiting: 0[\s\S]*50 GB free \(50[\s\S]*never on this node/,
  );
  for (const lang of interfaceLanguages) {
    assert.match(await read('administrator', `/${lang}/desk/status`), /<table>[\s\S]*METRICS_PORT/);
  }
  assert.equal((await get('secretariat', '/en/desk/status')).status, 403);
  assert.match(await read('administrator', '/en/desk'), /\/en\/desk\/status\?post=administrator/);
});

test('what was last done is dated, with what came since; damage stands out', async () => {
  const office = await smallOffice();
  const head = await office.log.head();
  const machine = {
    ...office.machine,
    last: async (what: 'backup' | 'verify') => ({
      at: '2024-05-05T10:00:00.000Z',
      size: head - 3,
      well: what === 'backup',
    }),
  };
  const { read } = visiting({ ...office, machine });
  const page = await read('administrator', '/en/desk/status');
  assert.match(page, /Last backup<td>[^<]*2024[^<]*entries since then: 3/);
  assert.match(page, /Last verified<td><b class=error>Damage was found/);
});

test('an address that nobody else can follow stands out as wanting, one that leads to the node is named', async () => {
  const office = await smallOffice();
  assert.match(
    await visiting(office).read('administrator', '/fr/desk/status'),
    /<b>PUBLIC_ADDRESS ne dit pas/,
  );
  const known = visiting({ ...office, publicAddress: 'https://south.example' });
  const page = await known.read('administrator', '/en/desk/status');
  assert.match(page, /Address<td><bdi>https:\/\/south\.example<\/bdi>/);
  assert.doesNotMatch(page, /PUBLIC_ADDRESS/);
});
