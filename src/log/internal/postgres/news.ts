import type { Line, Postgres } from '../../../database/postgres.ts';

const againAfterMs = 1_000;

/**
 * Listens to what other nodes tell on a channel, and says so. A line that breaks is opened again; what was told meanwhile
 * is not heard, so that whoever listens looks now and then by himself. Gives what ends it.
 */
export function listen(postgres: Postgres, channel: string, onNews: () => void): () => Promise<void> {
  let line: Line | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (!ended) timer = setTimeout(() => void open(), againAfterMs).unref();
  };
  const open = async () => {
    try {
      const opened = await postgres.line();
      line = opened;
      if (ended) return void (await opened.end());
      opened.client.on('notification', onNews);
      opened.client.once('end', again);
      await opened.ask(`LISTEN ${channel}`);
      onNews();
    } catch {
      // Whoever asks the log finds out what is wrong with it; here it is enough to try again.
      if (line === undefined) again();
    }
  };
  void open();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await line?.end();
  };
}
