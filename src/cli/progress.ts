import type { Terminal } from './doors.ts';

/** How far a long job is: a bar with rate and time left on a screen, one line every five seconds elsewhere. */
export interface Progress {
  update(done: number, all: number, things?: number): void;
  end(): void;
}

const screenEvery = 100;
const lineEvery = 5_000;
const barWidth = 24;

/** `thing` names what is counted, in the plural: rows, records, entries. */
export function progress(terminal: Terminal, label: string, thing: string): Progress {
  const begun = performance.now();
  let told = terminal.screen ? 0 : begun;
  let drawn = false;
  return {
    update(done, all, things = done) {
      const now = performance.now();
      if (now - told < (terminal.screen ? screenEvery : lineEvery)) return;
      told = now;
      const seconds = Math.max(0.001, (now - begun) / 1000);
      const share = all > 0 ? Math.min(1, done / all) : 0;
      const left = share > 0 ? (seconds / share) * (1 - share) : undefined;
      const rate = `${Math.round(things / seconds).toLocaleString('en')} ${thing}/s`;
      const text = `${Math.floor(share * 100)} %  ${things.toLocaleString('en')} ${thing}  ${rate}  ${left === undefined ? '' : `${duration(left)} left`}`;
      if (terminal.screen) {
        const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░');
        const line = `${label} ${bar} ${text}`;
        terminal.err(`\r\u001b[K${line.slice(0, Math.max(20, terminal.columns - 1))}`);
        drawn = true;
      } else terminal.err(`${label}: ${text}\n`);
    },
    end() {
      if (drawn) terminal.err('\r\u001b[K');
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
