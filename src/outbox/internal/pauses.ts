const minute = 60_000;

/** Minutes between one try and the next: 1 min, 5, 15, 60, 4 h, then every 12 h up to 5 days of trying. */
const pauseMinutes = [1, 5, 15, 60, 240, ...Array.from({ length: 9 }, () => 720)];

/** Tries after which a letter is given up. */
export const maxAttempts = pauseMinutes.length + 1;

/** When to try again, had the try number `attempt` (from 1) at `now` come to nothing. */
export function nextTryAfter(attempt: number, now: string): string {
  const pause = pauseMinutes[attempt - 1] ?? 720;
  return new Date(Date.parse(now) + pause * minute).toISOString();
}
