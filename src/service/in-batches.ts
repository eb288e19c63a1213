/** How long a line waits for others, in milliseconds. */
const waits = 100;

/** Gathers lines and writes them together: a write for each request would cost a busy node a tenth of its time. */
export function inBatches(write: (text: string) => void): { write(line: string): void; flush(): void } {
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered.length > 0) write(gathered.join(''));
    gathered = [];
  };
  return {
    write: (line) => {
      gathered.push(line);
      timer ??= setTimeout(flush, waits).unref();
    },
    flush,
  };
}
