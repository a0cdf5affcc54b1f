import { describe, expect, it } from 'vitest';
import { breathe } from './breath.ts';

const work = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

describe('a rest', () => {
  it('lets others be served once they have waited, and not before', async () => {
    let served = 0;
    const other = () => {
      served++;
    };
    work(20);
    setImmediate(other);
    await breathe();
    expect(served).toBe(1);
    setImmediate(other);
    await breathe();
    expect(served).toBe(1);
  });
});
