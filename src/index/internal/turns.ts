import { setImmediate as breath } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const longest = 8;

/** Called between pieces of long work: lets waiting requests through once enough time has gone by. */
export function turns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < longest) return;
    await breath();
    began = performance.now();
  };
}
