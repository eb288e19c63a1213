import type { Translate } from './messages.ts';

/** Days of lateness: in all, of the event itself, and of the measure after it (absent while the event is not over). */
interface Days {
  readonly total: number;
  readonly event: number;
  readonly own?: number;
}

/**
 * How late something is or was, as sentences: where the event at which it was due was itself late, both are told. Nothing
 * is said of what is on time.
 * @param done whether it was done, or is still open.
 */
export function latenessWords(t: Translate, { total, event, own }: Days, done: boolean): readonly string[] {
  if (event === 0) {
    if (total <= 0) return [];
    return [t(done ? 'late.done' : 'late.overdue', { days: total })];
  }
  if (own === undefined) return [t('late.eventOpen', { days: event }), ...doneMeanwhile(t, total, done)];
  return [t('late.event', { days: event }), afterEvent(t, own, done)];
}

function doneMeanwhile(t: Translate, total: number, done: boolean): readonly string[] {
  return done && total > 0 ? [t('late.done', { days: total })] : [];
}

function afterEvent(t: Translate, own: number, done: boolean): string {
  if (!done) return t('late.open', { days: own });
  if (own === 0) return t('late.with');
  return own > 0 ? t('late.after', { days: own }) : t('late.before', { days: -own });
}
