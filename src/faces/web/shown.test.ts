// Counts as the page shows them: bounds that somebody gave, and none that nobody gave.
import { expect, it } from 'vitest';
import { shownRange } from './shown.ts';

it.each([
  [9, 9, 9, '9'],
  [9, 12, 14, '9–14 (12)'],
  [9, 9, 14, '9–14'],
  [12, 12, null, '≥ 12'],
  [null, null, 14, '≤ 14'],
  [null, 6400, null, 'about 6400'],
  [null, null, null, ''],
])('low %s, best %s, high %s are shown as “%s”', (low, best, high, shown) => {
  expect(shownRange({ low, best, high })).toBe(shown);
});

it('shows nothing of no count', () => {
  expect(shownRange(null)).toBe('');
});
