// A stream of bytes in, the reports that it holds out, one after another: every way in goes through here.
import { decode } from '../decode.ts';
import { type Bytes, gather, gunzip, isGzip, peek } from './byte-stream.ts';
import { formatOf } from './format.ts';
import { FormatError } from './format-error.ts';
import type { Part } from './piece.ts';
import type { Columns } from './table.ts';

export interface Given {
  /** Media type, where it is known. */
  readonly type?: string | undefined;
  /** File name or path of an address. */
  readonly name?: string | undefined;
  /** Which columns of a table hold what. */
  readonly columns?: Columns | undefined;
}

/** The most bytes of one report, and of a container that is read whole (a feed, a list). */
const LARGEST = 50_000_000;

/**
 * Splits an input. Tables and web archives stream in constant memory; what else there is must fit 50 MB. Never throws on
 * what it reads: trouble is one of the parts, and parts before it stay good.
 */
export async function* partsOf(source: Bytes, given: Given = {}): AsyncGenerator<Part> {
  let found = 0;
  try {
    for await (const part of split(source, given)) {
      found++;
      yield part;
    }
    if (found === 0) throw new FormatError('input/no-text', 'no report was found in it');
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    // what the stream itself says (a file that may not be read) is told as it is
    const known = error instanceof FormatError || (typeof code === 'string' && code.startsWith('input/'));
    yield {
      kind: 'trouble',
      code: known ? String(code) : 'input/damaged',
      message: known ? message : `it cannot be read (${message})`,
      part: null,
    };
  }
}

async function* split(source: Bytes, { type = '', name = '', columns = {} }: Given): AsyncGenerator<Part> {
  let { head, whole } = await peek(source, 8192);
  if (isGzip(head)) ({ head, whole } = await peek(gunzip(whole), 8192));
  const format = formatOf(head, type, name);
  // a type that is given for a table means its texts
  const inner = /\.(?:jsonl|ndjson|json|csv|tsv)(?:\.gz)?$/i.test(name) ? type : '';
  const text = async () => {
    const { text: whole_ } = decode(await gather(whole, LARGEST), type);
    return whole_;
  };
  // what a plain text does not need is loaded when it is needed: `recount read` starts quickly
  switch (format) {
    case null:
      throw new FormatError('input/format', 'its bytes are of no format that Recount reads (see docs/formats.md)');
    case 'warc':
      return yield* (await import('./warc.ts')).warcPieces(whole);
    case 'jsonl':
      return yield* (await import('./table.ts')).jsonLines(whole, columns, inner);
    case 'csv':
      return yield* (await import('./table.ts')).csvRows(whole, columns, inner);
    case 'json':
      return yield* (await import('./table.ts')).jsonRows(await text(), columns, inner);
    case 'opml': {
      const { readOpml } = await import('./feed.ts');
      for (const [at, feed] of (await readOpml(await text())).entries())
        yield { kind: 'address', ...feed, part: `feed ${at + 1}` };
      return;
    }
    case 'feed': {
      const { readFeed } = await import('./feed.ts');
      const feed = await readFeed(await text());
      for (const [at, { html, plain, found }] of feed.items.entries()) {
        const part = `item ${at + 1}`;
        if (html === '') yield { kind: 'trouble', code: 'input/no-text', message: 'the item has no words', part };
        else yield { kind: 'report', input: html, format: plain ? 'text' : 'html', type: '', found, part };
      }
      return;
    }
    case 'newsml': {
      const { readNewsMl } = await import('./news-xml.ts');
      const items = await readNewsMl(await text());
      if (items.length === 0) throw new FormatError('input/no-text', 'it holds no news item with a text');
      for (const [at, { text: words, title, source: outlet, url, published, language }] of items.entries()) {
        const part = items.length === 1 ? null : `item ${at + 1}`;
        if (words === '') {
          yield { kind: 'trouble', code: 'input/no-text', message: 'the item has no words', part };
          continue;
        }
        const fields = { title, source: outlet, url, published, language };
        const found = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== null));
        yield { kind: 'report', input: words, format: 'lines', type: '', found, part };
      }
      return;
    }
    default: {
      const input = await gather(whole, LARGEST);
      yield { kind: 'report', input, format, type, found: {}, part: null };
    }
  }
}
