import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clientAddress, trustedProxies } from './client-address.ts';

const client = (proxies: string, socket: string, forwardedFor?: string) =>
  clientAddress(socket, forwardedFor, trustedProxies(proxies));

test('without a proxy the socket alone says who asks, whatever a request says of itself', () => {
  for (const setting of ['', '0']) {
    assert.equal(client(setting, '203.0.113.9', '198.51.100.1'), '203.0.113.9');
  }
  assert.equal(clientAddress(undefined, '198.51.100.1', trustedProxies('1')), undefined);
});

test('behind so many proxies it is the address that the first of ours saw', () => {
  assert.equal(client('1', '10.0.0.5', '203.0.113.9'), '203.0.113.9');
  assert.equal(client('2', '10.0.0.5', '203.0.113.9, 10.0.0.4'), '203.0.113.9');
  assert.equal(client('1', '10.0.0.5', '6.6.6.6, 203.0.113.9'), '203.0.113.9', 'made up by the client');
  assert.equal(client('2', '10.0.0.5', '203.0.113.9'), '203.0.113.9', 'fewer than promised');
  assert.equal(client('1', '10.0.0.5'), '10.0.0.5');
});

test('of proxies known by address the first that is not theirs asks', () => {
  const ours = '10.0.0.0/8, 192.0.2.7, fd00::/8';
  assert.equal(client(ours, '10.1.2.3', '6.6.6.6, 203.0.113.9, 192.0.2.7'), '203.0.113.9');
  assert.equal(client(ours, 'fd12::1', '203.0.113.9'), '203.0.113.9');
  assert.equal(client(ours, '203.0.113.9', '6.6.6.6'), '203.0.113.9', 'a stranger who came past the proxy');
  assert.equal(client(ours, '::ffff:10.1.2.3', '2001:db8::1'), '2001:db8::1');
});

test('ports and brackets are left out; what is no address ends the reading', () => {
  assert.equal(client('1', '10.0.0.5', '203.0.113.9:4711'), '203.0.113.9');
  assert.equal(client('1', '10.0.0.5', '[2001:db8::1]:443'), '2001:db8::1');
  for (const odd of ['unknown', '', '<script>', '203.0.113']) {
    assert.equal(client('3', '10.0.0.5', `6.6.6.6, ${odd}`), '10.0.0.5', odd);
  }
});

test('nothing that a client writes to the left changes who it is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), fc.ipV4(), (madeUp, real) => {
      const header = [...madeUp, real].join(',');
      assert.equal(client('1', '10.0.0.5', header), real);
    }),
  );
});

test('a setting that is neither a number nor addresses is refused with what would be right', () => {
  for (const wrong of [
    'proxy.example.org',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.1/8/8',
    '10.0.0.1/x',
    '-1',
  ]) {
    assert.throws(() => trustedProxies(wrong), RangeError, wrong);
  }
});
