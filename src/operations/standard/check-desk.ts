import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';

/** Files that are checked at once, whoever sent them. */
const atOnce = 2;
/** Files that one network may have checked in the time of a window. */
const inWindow = 30;
const windowMs = 600_000;

/** Where strangers hand in files to be checked: so many at once, so many from one place. */
export class CheckDesk {
  readonly #clock: Clock;
  readonly #taken = new Map<string, { readonly beganAt: number; count: number }>();
  #open = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Checks one file when there is room.
   * @param network from where it came, as `context.get('network')` says; undefined where nobody knows.
   * @throws Fault `tooManyAttempts` {seconds}, and whatever the check throws.
   */
  async take<T>(network: string | undefined, check: () => Promise<T>): Promise<T> {
    if (this.#open >= atOnce) throw new Fault('tooManyAttempts', { seconds: 5 });
    this.#count(network ?? '');
    this.#open += 1;
    try {
      return await check();
    } finally {
      this.#open -= 1;
    }
  }

  #count(network: string): void {
    const now = this.#clock.now().getTime();
    for (const [key, { beganAt }] of this.#taken) if (now - beganAt >= windowMs) this.#taken.delete(key);
    const window = this.#taken.get(network) ?? { beganAt: now, count: 0 };
    this.#taken.set(network, window);
    window.count += 1;
    if (window.count > inWindow) {
      const seconds = Math.ceil((window.beganAt + windowMs - now) / 1000);
      throw new Fault('tooManyAttempts', { seconds });
    }
  }
}

const desks = new WeakMap<object, CheckDesk>();

/** The one desk of a house, whichever door a file comes in by. */
export function checkDeskOf(house: { readonly clock: Clock }): CheckDesk {
  const known = desks.get(house) ?? new CheckDesk(house.clock);
  desks.set(house, known);
  return known;
}
