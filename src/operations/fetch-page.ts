// An address in, what the server answered out; addresses inside this machine or its network are refused, sizes bounded.
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { Agent, request } from 'undici';
import { version } from '../reading/version.ts';
import { OperationError } from './operation.ts';

/** What a fetch may do and take. */
export interface FetchLimits {
  /** Names or addresses (`intranet.example`, `127.0.0.1`) that are fetched wherever they lead. */
  readonly allowHosts?: ReadonlySet<string> | undefined;
  /** Most bytes of a body, packed and unpacked; 20 MB when absent. */
  readonly bytes?: number | undefined;
  /** Seconds for one hop, from the first packet to the last byte; 20 when absent. */
  readonly seconds?: number | undefined;
  /** Most redirects; 5 when absent. */
  readonly redirects?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Fetched {
  readonly status: number;
  /** In lower case, a repeated one joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Where the redirects ended. */
  readonly url: string;
}

export interface Page {
  readonly bytes: Uint8Array;
  readonly url: string;
  /** The Content-Type header; '' when there is none. */
  readonly type: string;
}

const MOST_BYTES = 20_000_000;
const MOST_REDIRECTS = 5;
const SECONDS = 20;
/** A body may unpack to this many times its size; what is small may do so freely. */
const MOST_RATIO = 100;
const SMALL = 1_000_000;

/** How the program names itself to servers, and in robots.txt. */
export const AGENT = `recount/${version}`;

/** True for an address of the public internet: not loopback, private, link-local, metadata, multicast or reserved. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

/** Resolves a name and refuses it unless every address is public, so that a second answer cannot slip by. */
const publicLookup: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    const inside = addresses.find(({ address }) => !isPublic(address));
    if (inside)
      return answer(new Refused(`${host} is ${inside.address}, an address inside this machine or its network`), []);
    const [first] = addresses;
    return options.all ? answer(null, addresses) : answer(null, first?.address ?? '', first?.family);
  });
};

class Refused extends Error {}

/** Fetches a page. Throws OperationError like `fetchAnswer`, and 'input/fetch' for a status other than 200. */
export async function fetchPage(address: string, limits: FetchLimits = {}): Promise<Page> {
  const { status, headers, bytes, url } = await fetchAnswer(address, {}, limits);
  if (status !== 200) throw new OperationError('input/fetch', `${url} answered with status ${status}.`);
  return { bytes, url, type: headers['content-type'] ?? '' };
}

/**
 * Fetches over http or https, redirects followed, each hop checked. Any status is an answer. Throws OperationError:
 * 'input/address' for an address that is malformed or refused, 'input/fetch' for one that did not come: too large, too
 * slow, packed beyond measure, or led round in circles.
 */
export async function fetchAnswer(
  address: string,
  headers: Readonly<Record<string, string>>,
  limits: FetchLimits = {},
): Promise<Fetched> {
  const {
    allowHosts = new Set<string>(),
    bytes: most = MOST_BYTES,
    seconds = SECONDS,
    redirects = MOST_REDIRECTS,
  } = limits;
  try {
    let url = checkedUrl(address, allowHosts);
    const seen = new Set<string>();
    for (let hop = 0; hop <= redirects; hop++) {
      if (seen.has(url.href)) throw new OperationError('input/fetch', `${address} redirects in a circle.`);
      seen.add(url.href);
      const fetched = await oneHop(url, headers, allowHosts.has(hostOf(url)), most, seconds, limits.signal);
      const { location } = fetched.headers;
      if (fetched.status < 300 || fetched.status >= 400 || fetched.status === 304 || location === undefined)
        return fetched;
      url = checkedUrl(new URL(location, url).href, allowHosts);
    }
    throw new OperationError('input/fetch', `${address} redirects more than ${redirects} times.`);
  } catch (error) {
    if (error instanceof OperationError) throw error;
    if (error instanceof Refused)
      throw new OperationError('input/address', `${address} is refused: ${error.message}.`, { cause: error });
    const { name, message } = error as Error;
    const why = name === 'TimeoutError' ? `it took longer than ${seconds} seconds` : message;
    throw new OperationError('input/fetch', `${address} could not be fetched: ${why}.`, { cause: error });
  }
}

async function oneHop(
  url: URL,
  headers: Readonly<Record<string, string>>,
  free: boolean,
  most: number,
  seconds: number,
  signal: AbortSignal | undefined,
): Promise<Fetched> {
  const agent = new Agent({
    connect: { timeout: seconds * 1000, ...(free ? {} : { lookup: publicLookup }) },
    headersTimeout: seconds * 1000,
    bodyTimeout: seconds * 1000,
  });
  const timeout = AbortSignal.timeout(seconds * 1000);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      headers: {
        'user-agent': AGENT,
        accept: 'text/html, text/plain, application/rss+xml, application/atom+xml, application/json;q=0.9, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const got: Record<string, string> = {};
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined) got[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
    const redirect = answer.statusCode >= 300 && answer.statusCode < 400;
    const packed = redirect ? new Uint8Array() : await bodyOf(url, answer.body, Number(got['content-length']), most);
    return { status: answer.statusCode, headers: got, bytes: await unpacked(url, packed, got, most), url: url.href };
  } finally {
    await agent.destroy(); // also what is left of a body that nobody wants
  }
}

async function bodyOf(url: URL, body: AsyncIterable<Uint8Array>, told: number, most: number): Promise<Uint8Array> {
  const tooLarge = (size: number) =>
    new OperationError('input/fetch', `${url.href} holds ${size} bytes or more; the most is ${most}.`);
  if (told > most) throw tooLarge(told);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpacked(
  url: URL,
  packed: Uint8Array,
  headers: Readonly<Record<string, string>>,
  most: number,
): Promise<Uint8Array> {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (packed.length === 0 || coding === 'identity' || coding === '') return packed;
  const maxOutputLength = Math.min(most, Math.max(SMALL, packed.length * MOST_RATIO));
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return await promisify(zlib.gunzip)(packed, { maxOutputLength });
    if (coding === 'deflate') return await promisify(zlib.inflate)(packed, { maxOutputLength });
    if (coding === 'br') return await promisify(zlib.brotliDecompress)(packed, { maxOutputLength });
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? `unpacks to more than ${maxOutputLength} bytes`
        : `cannot be unpacked (${(error as Error).message})`;
    throw new OperationError('input/fetch', `${url.href} ${why}.`, { cause: error });
  }
  throw new OperationError('input/fetch', `${url.href} is packed as “${coding.slice(0, 40)}”, which is not known.`);
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** undici asks no lookup for a literal address: it is checked here, on every hop. */
function checkedUrl(address: string, allowHosts: ReadonlySet<string>): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new OperationError('input/address', `“${address}” is no address.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OperationError('input/address', `${address}: only http and https are fetched.`);
  const host = hostOf(url);
  if (ipaddr.isValid(host) && !isPublic(host) && !allowHosts.has(host))
    throw new OperationError(
      'input/address',
      `${address} is refused: ${host} is an address inside this machine or its network (allow it by name with --allow-host ${host}).`,
    );
  return url;
}
