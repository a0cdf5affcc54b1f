// A web archive (WARC, also WET) in, a piece for each page that it holds out.
import zlib from 'node:zlib';
import type { Found } from '../report.ts';
import { ByteReader } from './byte-reader.ts';
import type { Bytes } from './byte-stream.ts';
import { type Format, formatOf, SINGLE, type SingleFormat } from './format.ts';
import type { Part } from './piece.ts';

/** Bytes of one page, packed and unpacked. */
const LARGEST = 20_000_000;
const READABLE = /html|text\/(?:plain|markdown)|pdf|json|nitf|wordprocessingml/i;
type Headers = ReadonlyMap<string, string>;

/**
 * Pages that answered with 200 and are of a kind that holds a report; pictures, scripts and requests are left out. Where
 * an archive is damaged, reading goes on at the next record and the damage is told.
 */
export async function* warcPieces(source: Bytes): AsyncGenerator<Part> {
  const reader = new ByteReader(source);
  let number = 0;
  let lost = false;
  const trouble = (code: string, message: string): Part => ({
    kind: 'trouble',
    code,
    message,
    part: number === 0 ? null : `record ${number}`,
  });
  try {
    for (let line = await reader.line(); line !== null; line = await reader.line()) {
      if (line.trim() === '') continue;
      if (!/^WARC\/\d/.test(line)) {
        if (!lost)
          yield trouble('input/damaged', 'the archive is damaged behind it; reading goes on at the next record');
        lost = true;
        continue;
      }
      lost = false;
      number++;
      const headers = await headersOf(reader);
      const length = Number(headers.get('content-length') ?? Number.NaN);
      if (!Number.isSafeInteger(length) || length < 0) {
        yield trouble('input/damaged', 'it does not say how long it is');
        continue;
      }
      const kind = headers.get('warc-type') ?? '';
      const wanted = kind === 'response' || kind === 'resource' || kind === 'conversion';
      const { bytes, got } = await reader.block(length, wanted ? LARGEST : 0);
      if (got < length)
        yield trouble('input/damaged', `the archive breaks off inside it: ${length - got} bytes are missing`);
      if (wanted) yield* pieceOf(kind, headers, bytes, length, number);
    }
    if (number === 0) yield trouble('input/damaged', 'the archive holds no record that can be read');
  } finally {
    await reader.close();
  }
}

function* pieceOf(kind: string, headers: Headers, block: Uint8Array, length: number, number: number): Generator<Part> {
  const part = `record ${number}`;
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const answer =
    kind === 'response' && /^HTTP\//.test(Buffer.from(block.subarray(0, 5)).toString('latin1'))
      ? answerOf(block)
      : null;
  if (answer && answer.status !== 200) return;
  const type = (answer ? answer.headers.get('content-type') : headers.get('content-type')) ?? '';
  if (type !== '' && !READABLE.test(type)) return;
  if (length > LARGEST) {
    yield {
      kind: 'trouble',
      code: 'input/too-large',
      message: `it holds ${length} bytes; the most is ${LARGEST}`,
      part,
    };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = answer ? unpacked(answer.headers, answer.body) : block;
  } catch (error) {
    yield {
      kind: 'trouble',
      code: 'input/damaged',
      message: `it cannot be unpacked (${(error as Error).message})`,
      part,
    };
    return;
  }
  const format = formatOf(bytes, type, pathOf(url));
  if (bytes.length === 0 || !isSingle(format)) return;
  const found: Found = url && /^https?:/i.test(url) ? { url: { value: url.toWellFormed(), origin: 'header' } } : {};
  yield { kind: 'report', input: bytes, format, type, found, part };
}

/** Lines of `Name: value` up to an empty one, names in lower case, a folded line joined to the one before. */
async function headersOf(reader: ByteReader): Promise<Headers> {
  const lines: string[] = [];
  for (let line = await reader.line(); line !== null && line !== '' && lines.length < 1000; line = await reader.line())
    lines.push(line);
  return headerMap(lines);
}

function headerMap(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, name, value = ''] = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      // header lines are bytes; what is in them is UTF-8
      headers.set(last, Buffer.from(value, 'latin1').toString('utf8'));
    } else if (/^\s/.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`);
  }
  return headers;
}

function answerOf(block: Uint8Array): { status: number; headers: Headers; body: Uint8Array } {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let end = bytes.indexOf('\r\n\r\n');
  let body = end + 4;
  if (end < 0) {
    end = bytes.indexOf('\n\n');
    body = end + 2;
  }
  if (end < 0) end = body = bytes.length;
  const [first = '', ...rest] = bytes.toString('latin1', 0, Math.min(end, 200_000)).split(/\r?\n/);
  return {
    status: Number(/^HTTP\/\S+ (\d{3})/.exec(first)?.[1] ?? 0),
    headers: headerMap(rest),
    body: bytes.subarray(body),
  };
}

/** The body as its server meant it. Throws when it cannot be unpacked, or unpacks to more than the most. */
function unpacked(headers: Headers, body: Uint8Array): Uint8Array {
  const bytes = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? (dechunked(body) ?? body) : body;
  const coding = headers.get('content-encoding')?.toLowerCase() ?? '';
  const bounds = { maxOutputLength: LARGEST };
  if (coding.includes('gzip')) return bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes, bounds) : bytes;
  if (coding.includes('deflate')) return zlib.inflateSync(bytes, bounds);
  if (coding === 'br') return zlib.brotliDecompressSync(bytes, bounds);
  return bytes;
}

/** Null for a body that is not in chunks, whatever its header says: many archives keep it joined. */
function dechunked(body: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 100 ? null : /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(bytes.toString('latin1', at, end))?.[1];
    if (!size) return chunks.length > 0 ? Buffer.concat(chunks) : null;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}

const isSingle = (format: Format | null): format is SingleFormat =>
  (SINGLE as readonly (string | null)[]).includes(format);

function pathOf(url: string | null): string {
  try {
    return new URL(url ?? '').pathname;
  } catch {
    return '';
  }
}
