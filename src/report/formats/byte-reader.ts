// A stream of bytes in, lines and blocks of it out, each bounded; constant memory however long the stream.
import type { Bytes } from './byte-stream.ts';

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: Bytes) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next line without its end, in Latin-1; a longer one comes in pieces of `most`. Null at the end. */
  async line(most = 65_536): Promise<string | null> {
    for (let from = 0; ; ) {
      const at = this.#buffer.indexOf(10, from);
      if (at >= 0 && at < most) {
        const line = this.#buffer.toString('latin1', 0, at);
        this.#buffer = this.#buffer.subarray(at + 1);
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      if (this.#buffer.length >= most || (this.#ended && this.#buffer.length > 0)) {
        const line = this.#buffer.toString('latin1', 0, most);
        this.#buffer = this.#buffer.subarray(most);
        return line;
      }
      if (this.#ended) return null;
      from = this.#buffer.length;
      await this.#fill();
    }
  }

  /** The next `length` bytes, of which at most `keep` are kept; `got` tells how many there were. */
  async block(length: number, keep: number): Promise<{ bytes: Uint8Array; got: number }> {
    const kept: Uint8Array[] = [];
    let got = 0;
    let size = 0;
    while (got < length) {
      if (this.#buffer.length === 0) {
        if (this.#ended) break;
        await this.#fill();
        continue;
      }
      const piece = this.#buffer.subarray(0, length - got);
      this.#buffer = this.#buffer.subarray(piece.length);
      got += piece.length;
      if (size < keep) {
        kept.push(piece.subarray(0, keep - size));
        size += piece.length;
      }
    }
    return { bytes: Buffer.concat(kept), got };
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #fill(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) this.#ended = true;
    else
      this.#buffer =
        this.#buffer.length === 0
          ? Buffer.from(value.buffer, value.byteOffset, value.length)
          : Buffer.concat([this.#buffer, value]);
  }
}
