// Reports and bytes as they are done in, a bar with rate and time left on a terminal out; a line every few seconds elsewhere.
import process from 'node:process';
import cliProgress from 'cli-progress';
import type { Output } from './output.ts';

export interface Progress {
  /** `reports` more reports are done. */
  reports(count: number): void;
  /** `bytes` more bytes of the inputs are used. */
  bytes(count: number): void;
  /** Writes above the bar, so that both stay whole. */
  line(text: string): void;
  stop(): void;
}

const EVERY = 5000;

/** `total` is the size of all inputs in bytes; null when it cannot be known. `quiet` says nothing. */
export function startProgress(output: Output, total: number | null, quiet = false): Progress {
  const started = performance.now();
  let reports = 0;
  let bytes = 0;
  const rate = () => {
    const seconds = (performance.now() - started) / 1000;
    return seconds < 0.5 ? '–' : String(Math.round((reports / seconds) * 10) / 10);
  };
  /** Seconds left, by bytes used so far; null when that says nothing. */
  const left = (): number | null => {
    const seconds = (performance.now() - started) / 1000;
    if (total === null || total === 0 || bytes === 0 || seconds < 1) return null;
    return Math.max(0, (seconds * (total - bytes)) / bytes);
  };
  const bar =
    output.live && !quiet
      ? new cliProgress.SingleBar(
          {
            format:
              total === null
                ? '{reports} reports · {rate} a second · {elapsed} s'
                : 'Reading {bar} {percentage} % · {reports} reports · {rate} a second · {left} left',
            clearOnComplete: true,
            hideCursor: true,
            stream: process.stderr,
            etaBuffer: 50,
          },
          cliProgress.Presets.shades_grey,
        )
      : null;
  const shown = () => ({
    reports,
    rate: rate(),
    left: clock(left()),
    elapsed: Math.round((performance.now() - started) / 1000),
  });
  bar?.start(total ?? 1, 0, shown());
  const told = bar || quiet ? null : setInterval(() => output.err(`${sentence()}\n`), EVERY);
  told?.unref();
  const sentence = () => {
    const share = total ? `, ${Math.floor((bytes / total) * 100)} % of ${size(total)}` : '';
    const rest = left();
    return `recount: ${reports} ${reports === 1 ? 'report' : 'reports'}, ${rate()} a second${share}${rest === null ? '' : `, about ${clock(rest)} left`}`;
  };
  const draw = () => bar?.update(Math.min(bytes, total ?? 1), shown());
  return {
    reports(count) {
      reports += count;
      draw();
    },
    bytes(count) {
      bytes += count;
      draw();
    },
    line(text) {
      if (bar) process.stderr.write('\r\u001b[K');
      output.out(text);
      draw();
    },
    stop() {
      if (told) clearInterval(told);
      bar?.stop();
    },
  };
}

/** `40 s`, `3 min`, `2 h 5 min`. */
export function clock(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '–';
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const size = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;
