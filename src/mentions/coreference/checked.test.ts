// Pronouns and titles of our own marked reports: of those resolved, at least 85 in 100 are right.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkMarked } from './checked.ts';

it('resolves pronouns and titles rightly, and most of them', () => {
  const { marked, resolved, right, wrong } = checkMarked(
    readFileSync(new URL('./checked.txt', import.meta.url), 'utf8'),
  );
  expect(marked).toBeGreaterThanOrEqual(200);
  expect(right / resolved, wrong.join('\n')).toBeGreaterThanOrEqual(0.85);
  expect(resolved / marked).toBeGreaterThanOrEqual(0.7);
});
