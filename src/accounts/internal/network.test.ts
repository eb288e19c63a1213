import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network.ts';

test('an IPv4 address is its own network, also where it is written as IPv6', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('::FFFF:192.0.2.7'), '192.0.2.7');
});

test('of an IPv6 address the first 64 bits count, however it is written', () => {
  for (const address of [
    '2001:db8::1',
    '2001:0DB8:0000:0000:1234::9',
    '2001:db8:0:0:ffff:ffff:ffff:ffff',
    '2001:db8::%eth0',
  ]) {
    assert.equal(networkOf(address), '2001:db8:0:0::/64', address);
  }
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.notEqual(networkOf('2001:db8:0:1::1'), networkOf('2001:db8::1'));
});

test('what is no address is a network of its own', () => {
  assert.equal(networkOf('unknown'), 'unknown');
  assert.equal(networkOf(''), '');
});
