// Addresses in, answers out, as a polite visitor gets them: robots.txt heeded, one request a host at a time, and not too often.
import robots from 'robots-parser';
import { AGENT, type Fetched, type FetchLimits, fetchAnswer } from '../fetch-page.ts';
import { OperationError } from '../operation.ts';

// its types describe another way of exporting than its code has
const robotsParser = robots as unknown as (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined; getCrawlDelay(agent: string): number | undefined };

export interface PoliteOptions {
  readonly limits: FetchLimits;
  /** Seconds between the end of one request to a host and the next; a host may ask for more in its robots.txt. */
  readonly delay: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export type PoliteFetch = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Fetched>;

interface Host {
  /** Ends when the requests before have ended. */
  turn: Promise<unknown>;
  /** When the next request may begin. */
  next: number;
  robots: { readonly read: number; readonly rules: Rules } | null;
}

interface Rules {
  allows(url: string): boolean;
  /** Seconds. */
  readonly delay: number;
}

const ROBOTS_FOR = 24 * 3600 * 1000;
/** A host that asks for an hour between requests is visited at most so slowly. */
const MOST_DELAY = 60;

/**
 * Rejects with OperationError 'input/robots' for what a host forbids, and as `fetchAnswer` does. A host whose robots.txt
 * cannot be had (not: is not there) is left alone, as RFC 9309 asks.
 */
export function politeFetch({ limits, delay, now, signal }: PoliteOptions): PoliteFetch {
  const hosts = new Map<string, Host>();
  const fetchLimits = { ...limits, signal };

  async function inTurn<T>(host: Host, wait: () => number, work: () => Promise<T>): Promise<T> {
    const before = host.turn;
    let done = () => {};
    host.turn = new Promise<void>((resolve) => {
      done = resolve;
    });
    try {
      await before;
      await sleep(host.next - now(), signal);
      return await work();
    } finally {
      host.next = now() + wait() * 1000;
      done();
    }
  }

  async function rulesOf(origin: string, host: Host): Promise<Rules> {
    if (host.robots && now() - host.robots.read < ROBOTS_FOR) return host.robots.rules;
    const address = `${origin}/robots.txt`;
    const { status, bytes } = await fetchAnswer(address, {}, { ...fetchLimits, bytes: 500_000 });
    if (status >= 500 || status === 429)
      throw new OperationError(
        'input/fetch',
        `${address} answered with status ${status}; the host is left alone for now.`,
      );
    const text = status === 200 ? new TextDecoder().decode(bytes) : '';
    const parsed = robotsParser(address, text);
    const rules: Rules = {
      allows: (url) => parsed.isAllowed(url, AGENT) ?? true,
      delay: Math.min(MOST_DELAY, parsed.getCrawlDelay(AGENT) ?? 0),
    };
    host.robots = { read: now(), rules };
    return rules;
  }

  return (url, headers = {}) => {
    let origin: string;
    try {
      origin = new URL(url).origin;
    } catch {
      return Promise.reject(new OperationError('input/address', `“${url}” is no address.`));
    }
    let host = hosts.get(origin);
    if (!host) {
      host = { turn: Promise.resolve(), next: 0, robots: null };
      hosts.set(origin, host);
    }
    const own = host;
    return inTurn(
      own,
      () => Math.max(delay, own.robots?.rules.delay ?? 0),
      async () => {
        const rules = await rulesOf(origin, own);
        if (!rules.allows(url))
          throw new OperationError('input/robots', `${url} is closed to programs by the host’s robots.txt.`);
        return await fetchAnswer(url, headers, fetchLimits);
      },
    );
  };
}

/** Rejects with the signal's reason when it is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
