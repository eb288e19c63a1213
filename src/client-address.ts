import { BlockList, isIP } from 'node:net';

/** Which proxies stand in front of the node: how many, or at which addresses. None: the socket alone says who asks. */
export type TrustedProxies = { readonly hops: number } | { readonly isTrusted: (address: string) => boolean };

/**
 * Reads the setting: empty for none, a number of proxies in a row, or their addresses and networks
 * (`10.0.0.5, 192.168.0.0/16, fd00::/8`).
 * @throws RangeError with what would be right.
 */
export function trustedProxies(text: string): TrustedProxies {
  const parts = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const [first = '0'] = parts;
  if (parts.length < 2 && /^\d$/.test(first)) return { hops: Number(first) };
  const known = new BlockList();
  for (const part of parts) {
    const [address = '', bits, ...rest] = part.split('/');
    const version = isIP(address);
    const length = bits === undefined ? (version === 6 ? 128 : 32) : Number(bits);
    const fits = rest.length === 0 && /^\d+$/.test(bits ?? '0') && length <= (version === 6 ? 128 : 32);
    if (version === 0 || !fits) throw new RangeError('2, or 10.0.0.5, 192.168.0.0/16, fd00::/8');
    known.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4');
  }
  return { isTrusted: (address) => known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') };
}

/**
 * The address of whoever asks. `X-Forwarded-For` is read from the right, where our own proxies wrote: what stands left
 * of the first address that is not theirs anybody can have made up. An entry that is no address ends the reading.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string | undefined {
  if (socket === undefined) return undefined;
  let client = bare(socket) ?? socket;
  const said = (forwardedFor ?? '').split(',').reverse();
  for (const [hop, entry] of said.entries()) {
    const trusted = 'hops' in proxies ? hop < proxies.hops : proxies.isTrusted(client);
    const next = bare(entry.trim());
    if (!trusted || next === undefined) break;
    client = next;
  }
  return client;
}

/** Without port and brackets; IPv4 as such also where it is written as IPv6. Undefined for what is no address. */
function bare(text: string): string | undefined {
  const inside = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(inside)?.[1] ?? inside;
  return isIP(plain) === 0 ? undefined : plain;
}
