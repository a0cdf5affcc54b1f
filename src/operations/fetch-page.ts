// An address in, the page's bytes out; addresses inside this machine or its network are refused.
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, request } from 'undici';
import { version } from '../reading/version.ts';
import { OperationError } from './operation.ts';

export interface Page {
  readonly bytes: Uint8Array;
  /** Where the redirects ended. */
  readonly url: string;
  /** The Content-Type header; '' when there is none. */
  readonly type: string;
}

const MOST_BYTES = 20_000_000;
const MOST_REDIRECTS = 5;
const SECONDS = 20;

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

/**
 * Fetches a page over http or https. Throws OperationError: 'input/address' for one that is malformed or refused,
 * 'input/fetch' when it did not come (status, size over 20 MB, more than 5 redirects, 20 seconds).
 */
export async function fetchPage(address: string): Promise<Page> {
  const agent = new Agent({ connect: { lookup: publicLookup, timeout: SECONDS * 1000 }, maxResponseSize: MOST_BYTES });
  try {
    let url = checkedUrl(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await request(url, {
        dispatcher: agent,
        headers: {
          'user-agent': `recount/${version}`,
          accept: 'text/html, text/plain, application/json;q=0.9, */*;q=0.1',
        },
        signal: AbortSignal.timeout(SECONDS * 1000),
      });
      const { statusCode, headers, body } = response;
      if (statusCode >= 300 && statusCode < 400 && typeof headers['location'] === 'string') {
        await body.dump();
        url = checkedUrl(new URL(headers['location'], url).href);
        continue;
      }
      if (statusCode !== 200) {
        await body.dump();
        throw new OperationError('input/fetch', `${url.href} answered with status ${statusCode}.`);
      }
      const type = headers['content-type'];
      return {
        bytes: new Uint8Array(await body.arrayBuffer()),
        url: url.href,
        type: typeof type === 'string' ? type : '',
      };
    }
    throw new OperationError('input/fetch', `${address} redirects more than ${MOST_REDIRECTS} times.`);
  } catch (error) {
    if (error instanceof OperationError) throw error;
    if (error instanceof Refused)
      throw new OperationError('input/address', `${address} is refused: ${error.message}.`, { cause: error });
    throw new OperationError('input/fetch', `${address} could not be fetched: ${(error as Error).message}.`, {
      cause: error,
    });
  } finally {
    await agent.destroy();
  }
}

/** undici asks no lookup for a literal address: it is checked here, on every hop. */
function checkedUrl(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new OperationError('input/address', `“${address}” is no address.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OperationError('input/address', `${address}: only http and https are fetched.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublic(host))
    throw new OperationError(
      'input/address',
      `${address} is refused: ${host} is an address inside this machine or its network.`,
    );
  return url;
}
