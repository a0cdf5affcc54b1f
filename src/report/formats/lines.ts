// A byte stream in, its lines out, in constant memory: a line over the limit is passed over and told.
import { StringDecoder } from 'node:string_decoder';

const LIMIT = 64 * 1024 * 1024;

export interface Line {
  /** Null when the line was longer than 64 MiB. */
  readonly text: string | null;
  readonly bytes: number;
}

/** Lines end with a line feed, a carriage return before it is dropped; the last may lack its end. */
export async function* lines(input: AsyncIterable<Uint8Array | string>, limit = LIMIT): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const take = (): Line => {
    const line = bytes > limit ? { text: null, bytes } : { text: decode(parts), bytes };
    parts = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of input) {
    const buffer =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, from)) {
      bytes += at - from;
      if (bytes <= limit) parts.push(buffer.subarray(from, at));
      yield take();
      from = at + 1;
    }
    bytes += buffer.length - from;
    if (bytes <= limit) parts.push(buffer.subarray(from));
    else parts = [];
  }
  if (bytes > 0) yield take();
}

function decode(parts: readonly Buffer[]): string {
  const decoder = new StringDecoder('utf8');
  const text = parts.map((part) => decoder.write(part)).join('') + decoder.end();
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
