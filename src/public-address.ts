import type { Settings } from './config.ts';

/** Under which people reach the node, as far as the settings know: a port of 0 is known once it is open. */
export function publicAddressOf({ publicAddress, host, port }: Settings): string {
  if (publicAddress !== '') return publicAddress;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
