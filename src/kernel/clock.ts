/** What time it is: passed in, so that rules about time can be tried at any time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, or moves when told. */
export function stoppedClock(at: string): Clock & { set(at: string): void } {
  let current = new Date(at);
  return {
    now: () => current,
    set: (next) => {
      current = new Date(next);
    },
  };
}
