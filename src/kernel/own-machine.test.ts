import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnMachine, leadsHere } from './own-machine.ts';

test('names and addresses of the own machine are known in IPv4 and IPv6, and no others', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])
    assert.ok(isOwnMachine(host), host);
  for (const host of ['localhost.example.org', '10.0.0.1', '192.168.1.5', '[fe80::1]', '128.0.0.1', ''])
    assert.ok(!isOwnMachine(host), host);
});

test('others can follow an address with a host of its own, in their network or in the world', () => {
  for (const address of ['https://southbridge.example.org', 'http://192.168.1.5:8040', 'http://[fe80::1]:80'])
    assert.ok(leadsHere(address), address);
  for (const address of [
    '',
    '/en/activity/x',
    'http://localhost:8040',
    'http://127.0.0.1',
    'http://[::1]:8040',
  ])
    assert.ok(!leadsHere(address), address);
});
