// Ctrl-C and a polite kill in, an abort signal out; a second one ends the program at once.
import process from 'node:process';

export interface Stop {
  readonly signal: AbortSignal;
  /** Takes the handlers away. */
  done(): void;
}

/** `told` runs at the first signal: the place to say that what is under way is finished first. */
export function stopOnSignal(told: () => void): Stop {
  const controller = new AbortController();
  const handler = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    told();
  };
  process.on('SIGINT', handler);
  process.on('SIGTERM', handler);
  return {
    signal: controller.signal,
    done() {
      process.off('SIGINT', handler);
      process.off('SIGTERM', handler);
    },
  };
}
