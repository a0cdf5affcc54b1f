// Inputs in, every report that they hold out, not yet read; lists of feeds are opened, and trouble is told in its place.
import type { Piece } from '../../report/formats/piece.ts';
import { partsOf } from '../../report/formats/split.ts';
import type { Columns } from '../../report/formats/table.ts';
import type { Found } from '../../report/report.ts';
import type { AboutInput } from '../about.ts';
import type { FetchLimits } from '../fetch-page.ts';
import { address, type Input } from './inputs.ts';
import { describeTrouble } from './trouble.ts';

export interface PieceOptions {
  /** What the caller says about every report; of it, only the media type is used here. */
  readonly about: AboutInput;
  readonly columns?: Columns | undefined;
  readonly limits?: FetchLimits | undefined;
  /** False leaves what a list of feeds names unvisited, and says so. */
  readonly follow?: boolean | undefined;
  /** Told as bytes of the inputs are used. */
  readonly bytes?: ((count: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const NOT_FOLLOWED = 'it is a list of feeds, which are not visited from here; give it to `recount watch`';

/** A report, or why there is none, with the input and the part of it that it stands in. */
export interface FoundPiece {
  readonly input: string;
  readonly part: string | null;
  readonly found: { readonly piece: Piece } | { readonly error: { readonly code: string; readonly message: string } };
}

export async function* piecesOf(
  inputs: AsyncIterable<Input>,
  options: PieceOptions,
  depth = 0,
): AsyncGenerator<FoundPiece> {
  const { about, signal, columns, limits = {} } = options;
  for await (const { name: input, open } of inputs) {
    if (signal?.aborted) return;
    let opened: Awaited<ReturnType<Input['open']>>;
    try {
      opened = await open();
    } catch (error) {
      yield { input, part: null, found: { error: describeTrouble(error) } };
      continue;
    }
    const { given, url, found = {} } = opened;
    const counted = options.bytes && depth === 0 ? count(opened.bytes, options.bytes) : opened.bytes;
    for await (const part of partsOf(counted, { ...given, type: about.type ?? given.type, columns })) {
      if (signal?.aborted) return;
      if (part.kind === 'trouble')
        yield { input, part: part.part, found: { error: { code: part.code, message: part.message } } };
      else if (part.kind === 'address') {
        if (options.follow === false)
          yield { input, part: part.part, found: { error: { code: 'input/list', message: NOT_FOLLOWED } } };
        // a list in a list would lead anywhere
        else if (depth === 0) yield* piecesOf(one(address(part.url, limits)), options, depth + 1);
      } else {
        // a page is where it was fetched; a feed's item is not where its feed was
        const place: Found = url !== null && part.part === null ? { url: { value: url, origin: 'given' } } : {};
        yield { input, part: part.part, found: { piece: { ...part, found: { ...place, ...found, ...part.found } } } };
      }
    }
  }
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function* count(bytes: AsyncIterable<Uint8Array>, told: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    told(chunk.length);
    yield chunk;
  }
}
