// A file read by blocks: what was needed is there, whatever the order; a file cut short is told.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LazyFile, lazyFile } from './lazy-file.ts';

const SIZE = 300 * 4096 + 77;
const bytes = Uint8Array.from({ length: SIZE }, (_, i) => (i * 31 + (i >> 8)) & 255);
let folder = '';
const file = (name: string) => pathToFileURL(join(folder, name));
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-lazy-'));
  writeFileSync(file('whole'), bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('has what was needed', () => {
  const piece = fc.tuple(fc.nat(SIZE), fc.nat(3 * 4096));
  fc.assert(
    fc.property(fc.nat(5000), fc.array(piece, { maxLength: 60 }), (first, pieces) => {
      const { buffer, need } = lazyFile(file('whole'), first) as LazyFile;
      expect(buffer.byteLength).toBe(SIZE - first);
      for (const [from, length] of pieces) {
        const to = Math.min(from + length, SIZE - first);
        need(from, from + length);
        if (to > from)
          expect(Buffer.compare(Buffer.from(buffer, from, to - from), bytes.subarray(first + from, first + to))).toBe(
            0,
          );
      }
    }),
    { numRuns: 40 },
  );
});

it('is null where there is none, and told when it was cut short', () => {
  expect(lazyFile(file('none'))).toBeNull();
  writeFileSync(file('short'), bytes);
  const { need } = lazyFile(file('short')) as LazyFile;
  truncateSync(file('short'), 10);
  expect(() => need(100_000, 100_001)).toThrow(RangeError);
});
