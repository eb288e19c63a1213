import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';

/** Requests that one key has made in the minute that began with the first of them. */
interface Window {
  readonly beganAt: number;
  used: number;
}

const windowMs = 60_000;

/** Counts requests by key: in memory, since a minute later it would be forgotten anyway. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();

  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /**
   * Counts one request. Gives the header fields that say how many are left
   * (draft-ietf-httpapi-ratelimit-headers-10). @throws Fault `tooManyRequests` {limit, seconds}.
   */
  count(key: string): Readonly<Record<string, string>> {
    const now = this.#clock.now().getTime();
    const window = this.#windowOf(key, now);
    window.used += 1;
    const seconds = Math.max(1, Math.ceil((window.beganAt + windowMs - now) / 1000));
    const limit = this.#perMinute;
    if (window.used > limit) throw new Fault('tooManyRequests', { limit, seconds });
    return {
      'ratelimit-policy': `"key";q=${limit};w=${windowMs / 1000}`,
      ratelimit: `"key";r=${limit - window.used};t=${seconds}`,
    };
  }

  #windowOf(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known !== undefined && now - known.beganAt < windowMs) return known;
    for (const [other, { beganAt }] of this.#windows)
      if (now - beganAt >= windowMs) this.#windows.delete(other);
    const fresh = { beganAt: now, used: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
