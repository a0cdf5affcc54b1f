// Reading never fails: any bytes give a sound reading, and the same bytes the same reading.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReading } from '../src/reading/check-reading.ts';
import { read } from '../src/reading/read.ts';

const samples = resolve(import.meta.dirname, '../samples');
const reports = readdirSync(samples)
  .filter((name) => /\.(txt|html)$/.test(name))
  .map((name) => new Uint8Array(readFileSync(resolve(samples, name))));

/** A sample with bytes changed, cut out, doubled and swapped. */
const mutated = fc
  .tuple(
    fc.nat(reports.length - 1),
    fc.array(fc.tuple(fc.nat(3), fc.nat(5000), fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  )
  .map(([which, changes]) => {
    let bytes = [...(reports[which] ?? [])];
    for (const [kind, at, length, value] of changes) {
      const from = at % Math.max(1, bytes.length);
      if (kind === 0) bytes[from] = value;
      else if (kind === 1) bytes.splice(from, length);
      else if (kind === 2) bytes = [...bytes.slice(0, from + length), ...bytes.slice(from)];
      else
        bytes.splice(
          from,
          0,
          ...new TextEncoder().encode(['“', '"', '’', '\n\n', ' 12 ', '((', '🚨', '\u202e', '. . .'][value % 9]),
        );
    }
    return Uint8Array.from(bytes);
  });
const input = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 300 }), mutated);
const RUNS = Number(process.env['RECOUNT_RUNS'] ?? 400);

describe('any bytes', () => {
  it(`give a sound reading, the same twice (${RUNS} of them)`, () => {
    fc.assert(
      fc.property(input, fc.constantFrom(undefined, '2026-03-10', '9999-12-31'), (bytes, published) => {
        const about = published === undefined ? {} : { published };
        const reading = read(bytes, about);
        expect(checkReading(reading)).toEqual([]);
        expect(JSON.stringify(read(bytes, about))).toBe(JSON.stringify(reading));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    'a',
    '“',
    '"',
    '.',
    '12 ',
    'killed ',
    'He said ',
    'He said: ',
    '“a,” he said. ',
    'Monday ',
    '5 killed, ',
    '(',
  ])('take time in step with their length: %j', (unit) => {
    // the processor's, in ms: what else runs on the machine does not count
    const time = (size: number) => {
      const text = unit.repeat(size / unit.length);
      const started = process.cpuUsage();
      read(text, { published: '2026-03-10' });
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    time(2000);
    const small = Math.min(time(5000), time(5000));
    // eight times the length: 8 in step, 64 where each looks at all before it
    expect(time(40_000)).toBeLessThan(Math.max(small, 10) * 24);
  });
});
