/** Work that is begun in one turn of the event loop, in milliseconds: then lines are looked at again. */
const workOfATurn = 20;
/** So long those who have asked wait for others who are just connecting, in milliseconds. */
const patience = 500;

/**
 * When a request is begun. Node takes in one new connection a turn of its loop (libuv from 1.45), so where a turn is as
 * long as the work of all who ask, a crowd stands before the door for seconds before it is even told to come again. So
 * turns are kept short: while connections come, nobody begins; and of many who ask at once a few begin each turn,
 * first come, first served.
 */
export interface Turns {
  /** Somebody has connected. */
  connected(): void;
  /** Undefined where work can begin at once, as it can when little is asked; otherwise ends when it can. */
  begin(): Promise<void> | undefined;
}

interface Waiting {
  readonly until: number;
  go(): void;
}

/** Turns of one process: every door that shares its event loop asks the same. */
export function takeTurns(): Turns {
  let connections = 0;
  let coming = false;
  /** When the work of this turn began; undefined before anybody has begun. */
  let since: number | undefined;
  const waiting: Waiting[] = [];
  let lettingIn = false;
  /** One a turn, in the order in which they have asked. */
  const letIn = (): void => {
    const [first] = waiting;
    lettingIn = first !== undefined;
    if (first === undefined) return;
    if (!coming || performance.now() > first.until) waiting.shift()?.go();
    setImmediate(letIn);
  };
  const isFree = (): boolean => {
    if (coming || waiting.length > 0) return false;
    if (since !== undefined) return performance.now() - since < workOfATurn;
    since = performance.now();
    setImmediate(() => {
      since = undefined;
    });
    return true;
  };
  return {
    connected: () => {
      connections += 1;
      const mine = connections;
      coming = true;
      // Of this turn, and of the next one, in which another may have come.
      setImmediate(() =>
        setImmediate(() => {
          if (connections === mine) coming = false;
        }),
      );
    },
    begin: () => {
      if (isFree()) return undefined;
      return new Promise((resolve) => {
        if (!lettingIn) setImmediate(letIn);
        lettingIn = true;
        waiting.push({ until: performance.now() + patience, go: resolve });
      });
    },
  };
}
