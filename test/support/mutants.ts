// Damaged files of each format, the same each time: bytes changed, cut out, doubled, moved, broken off.

import type { Input } from '../../src/operations/intake/inputs.ts';
import { intake, type Row } from '../../src/operations/intake/intake.ts';
import type { Answer, Task } from '../../src/operations/intake/read-task.ts';
import type { ReadingPool } from '../../src/operations/intake/reading-pool.ts';
import { checkReading } from '../../src/reading/check-reading.ts';
import type { Reading } from '../../src/reading/schema.ts';
import { openStore } from '../../src/store/open-store.ts';
import { FILES } from './formats.ts';

/** A small generator of numbers (mulberry32): tests may not depend on chance. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export function mutant(bytes: Uint8Array, seed: number): Uint8Array {
  const next = numbers(seed);
  let made = Buffer.from(bytes);
  for (let change = 1 + next(6); change > 0; change--) {
    const at = next(Math.max(1, made.length));
    const length = 1 + next(next(4) === 0 ? 2000 : 40);
    switch (next(6)) {
      case 0:
        made[at] = next(256);
        break;
      case 1:
        made = Buffer.concat([made.subarray(0, at), made.subarray(at + length)]);
        break;
      case 2:
        made = Buffer.concat([made.subarray(0, at + length), made.subarray(at)]);
        break;
      case 3:
        made = Buffer.concat([
          made.subarray(0, at),
          Buffer.from(Array.from({ length }, () => next(256))),
          made.subarray(at),
        ]);
        break;
      case 4:
        made = Buffer.concat([
          made.subarray(0, at),
          Buffer.from('<[{"“&#x0;\r\n\u0000%(,;'.repeat(1 + next(20))),
          made.subarray(at),
        ]);
        break;
      default:
        if (next(3) === 0) made = made.subarray(0, at);
        else made.writeUInt8(made[next(made.length)] ?? 0, Math.min(at, Math.max(0, made.length - 1)));
    }
    if (made.length === 0) made = Buffer.from([next(256)]);
  }
  return new Uint8Array(made);
}

export interface Survived {
  readonly files: number;
  readonly reports: number;
  readonly told: number;
  /** Files of which nothing was heard: neither a report nor why there is none. */
  readonly lost: string[];
  /** Failures that nobody foresaw. */
  readonly unhandled: string[];
  /** Reports that the record holds not, or not soundly. */
  readonly unsound: string[];
  /** Milliseconds of processor time that the slowest report took to read. */
  readonly slowest: number;
}

/**
 * Adds `count` damaged files of one format to a record in memory and looks at what became of each. `threads` read them,
 * one at a time: many formats may share them, since a thread that starts loads all that reads.
 */
export async function survive(name: string, count: number, threads: ReadingPool): Promise<Survived> {
  const make = FILES[name];
  if (!make) throw new Error(`there is no format ${name}`);
  const bytes = make();
  const store = await openStore(':memory:');
  const rows: Row[] = [];
  const heard = new Set<string>();
  let slowest = 0;
  let before: Promise<unknown> = Promise.resolve();
  // one after another, so that the time of each is its own
  const pool = {
    close: async () => {},
    read(task: Task): Promise<Answer> {
      const answer = before.then(async () => {
        const before = process.cpuUsage();
        const given = await threads.read(task);
        const { user, system } = process.cpuUsage(before);
        slowest = Math.max(slowest, (user + system) / 1000);
        return given;
      });
      before = answer;
      return answer;
    },
  };
  async function* inputs(): AsyncGenerator<Input> {
    for (let seed = 1; seed <= count; seed++) {
      const mutated = mutant(bytes, seed);
      yield {
        name: `${name}#${seed}`,
        size: mutated.length,
        async open() {
          async function* stream() {
            yield mutated;
          }
          return { bytes: stream(), given: { name }, url: null };
        },
      };
    }
  }
  try {
    await intake(inputs(), store, {
      pool,
      jobs: 1,
      about: {},
      columns: name.endsWith('csv') ? { text: 'words', published: 'day' } : {},
      now: () => '2026-03-20T00:00:00.000Z',
      row(row) {
        heard.add(row.input);
        rows.push(row);
      },
    });
    const unsound: string[] = [];
    for (const row of rows) {
      if ('error' in row) continue;
      const kept: { reading: Reading } | null = await store.show(row.id);
      if (!kept || checkReading(kept.reading).length > 0) unsound.push(row.input);
    }
    const failures = rows.filter((row) => 'error' in row);
    return {
      files: count,
      reports: rows.length - failures.length,
      told: failures.length,
      lost: Array.from({ length: count }, (_, at) => `${name}#${at + 1}`).filter((input) => !heard.has(input)),
      unhandled: failures
        .filter(({ error }) => error.code === 'program/failed' || /thread (?:failed|ended)/.test(error.message))
        .map(({ input, error }) => `${input}: ${error.message}`),
      unsound,
      slowest,
    };
  } finally {
    await store.close();
  }
}
