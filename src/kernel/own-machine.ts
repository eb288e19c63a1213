/** Whether a host name or address (IPv6 with or without brackets) leads back to the machine that asks: nobody elsewhere can follow it. */
export function isOwnMachine(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

/** Whether others who follow an address come to this node, and not to their own machine; the empty address leads nowhere. */
export function leadsHere(address: string): boolean {
  return URL.canParse(address) && !isOwnMachine(new URL(address).hostname);
}
