// Tables of sure contexts, and the lists of hashes that they are stored as.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeList, encodeList } from './hash-list.ts';
import { buildSure, sureClass } from './sure-table.ts';

const int32 = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
const lists = fc.uniqueArray(int32, { maxLength: 300 });

describe('a table of sure contexts', () => {
  it('gives every context its class, and the class of the first that is known', () => {
    fc.assert(
      fc.property(lists, (contexts) => {
        const classes = Uint8Array.from(contexts, (_, i) => i % 250);
        const table = buildSure(Int32Array.from(contexts), classes);
        contexts.forEach((context, i) => {
          const found = sureClass(table, Int32Array.of(context), 1);
          // the lowest eight bits are not kept: another context may differ in these alone
          const alike = contexts.some((one, j) => j !== i && (one ^ context) >>> 8 === 0);
          if (!alike) expect(found).toBe(classes[i]);
        });
      }),
    );
    const two = buildSure(Int32Array.of(1_000_000, 2_000_000), Uint8Array.of(7, 9));
    expect(sureClass(two, Int32Array.of(5, 2_000_000, 1_000_000), 3)).toBe(9);
    expect(sureClass(two, Int32Array.of(5, 2_000_000, 1_000_000), 1)).toBe(-1);
  });

  it('knows nothing when it is empty', () => {
    const none = buildSure(new Int32Array(0), new Uint8Array(0));
    fc.assert(fc.property(int32, (context) => sureClass(none, Int32Array.of(context), 1) === -1));
  });
});

it('lists of hashes come back from their bytes, with their numbers, wherever they begin', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 3 }), (hashes, each) => {
      const values = new Map(hashes.map((hash, i) => [hash, i % 256 ** each]));
      const bytes = encodeList(values, each);
      const behind = new Uint8Array(bytes.length + 9);
      behind.set(bytes, 5);
      const list = decodeList(behind, 5, each);
      expect(list.end).toBe(5 + bytes.length);
      expect(new Map(Array.from(list.hashes, (hash, i) => [hash, list.values[i]]))).toEqual(values);
    }),
  );
});
