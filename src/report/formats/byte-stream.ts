// Streams of bytes: looked at before they are read, unpacked within bounds, gathered up to a limit, decoded.
import { FormatError } from './format-error.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** The first bytes, at least `size` where there are so many, and the whole stream again. */
export async function peek(source: Bytes, size: number): Promise<{ head: Uint8Array; whole: Bytes }> {
  const chunks = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < size && !ended) {
    const { value, done } = await chunks.next();
    if (done) ended = true;
    else {
      first.push(value);
      length += value.length;
    }
  }
  const head = Buffer.concat(first);
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      while (!ended) {
        const { value, done } = await chunks.next();
        if (done) return;
        yield value;
      }
    } finally {
      await chunks.return?.();
    }
  }
  return { head, whole: whole() };
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** A gigabyte that came out of a few kilobytes is no archive of reports. */
const MOST_RATIO = 200;
const UNSUSPICIOUS = 64_000_000;

/** Unpacks gzip, also of several members. Throws FormatError when it breaks off, is damaged, or is a bomb. */
export async function* gunzip(source: Bytes): AsyncGenerator<Uint8Array> {
  const { Readable } = await import('node:stream');
  const { createGunzip } = await import('node:zlib');
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      taken += chunk.length;
      yield chunk;
    }
  }
  const packed = Readable.from(counted(), { objectMode: false });
  const unzip = createGunzip();
  packed.on('error', (error) => unzip.destroy(error));
  try {
    for await (const chunk of packed.pipe(unzip)) {
      given += (chunk as Uint8Array).length;
      if (given > UNSUSPICIOUS && given > taken * MOST_RATIO)
        throw new FormatError(
          'input/too-large',
          `it unpacks to more than ${MOST_RATIO} times its size, which no archive of reports does`,
        );
      yield chunk as Uint8Array;
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('input/damaged', `its compression is damaged or breaks off (${(error as Error).message})`, {
      cause: error,
    });
  } finally {
    packed.destroy();
    unzip.destroy();
  }
}

/** All bytes. Throws FormatError over the limit. */
export async function gather(source: Bytes, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit)
      throw new FormatError('input/too-large', `it holds more than ${limit} bytes, the most for a single report`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Text of a stream in UTF-8, UTF-16 with its mark, or else Windows-1252, as its beginning shows. */
export async function* decoded(source: Bytes): AsyncGenerator<string> {
  const { head, whole } = await peek(source, 65_536);
  const decoder = new TextDecoder(encodingOf(head));
  for await (const chunk of whole) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
