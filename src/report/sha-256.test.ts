// SHA-256 against Node's own, of any string.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownSha256, sha256 } from './sha-256.ts';

const known = (text: string) => createHash('sha256').update(text).digest('hex');

it('is that of Node, at every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'é'.repeat(length >> 2) + 'x'.repeat(length - 2 * (length >> 2));
    expect([ownSha256(text), sha256(text)], `${length}`).toEqual([known(text), known(text)]);
  }
});

it('is that of Node, whatever the string', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => ownSha256(text) === known(text)));
  // half of a pair is no character: both put another in its place
  expect(ownSha256('a\ud800b')).toBe(known('a\ud800b'));
});
