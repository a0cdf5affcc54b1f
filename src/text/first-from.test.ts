import { expect, it } from 'vitest';
import { firstFrom, firstNot } from './first-from.ts';

it('finds the first that is not below', () => {
  const sorted = Int32Array.of(2, 4, 4, 9);
  expect([1, 2, 3, 4, 5, 9, 10].map((least) => firstFrom(sorted, least))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(firstFrom(sorted, 9, 2)).toBe(2);
  expect(firstFrom([], 1)).toBe(0);
  expect([1, 4, 10].map((least) => firstNot([...sorted], (one) => one < least))).toEqual([0, 1, 4]);
});
