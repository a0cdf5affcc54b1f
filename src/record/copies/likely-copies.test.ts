// Reports in, which repeats which out: reprints, next versions, and reports of their own.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { likelyCopies } from './likely-copies.ts';

const BODY =
  'A missile struck the market of Odesa on Monday, killing nine people, the mayor said. Rescuers searched the rubble for more than six hours and found a boy alive. Two stalls and the roof of the old fish hall burned down before noon.';

describe('copies by their words', () => {
  const [first, reprint, version, own] = readingsOf(
    `2026-03-03 Meridian Wire: ${BODY}`,
    `2026-03-04 Coastal Herald: ${BODY}`,
    `2026-03-05 Meridian Wire: ${BODY} Schools in the old town stay closed until the end of the week.`,
    '2026-03-03 The Courier: Nine people died in Odesa on Monday when a missile came down on the market hall beside the river.',
  );
  const id = (one: typeof first) => one?.report.id as string;
  const all = [first!, reprint!, version!, own!];
  const found = likelyCopies(all);
  it('another outlet’s is a copy of the first, the same outlet’s its next version', () => {
    expect(found.copyOf.get(id(reprint))).toBe(id(first));
    expect(found.versionOf.get(id(version))).toBe(id(first));
    expect(found.copyOf.has(id(own)) || found.versionOf.has(id(own))).toBe(false);
    expect(found.copyOf.has(id(first)) || found.versionOf.has(id(first))).toBe(false);
  });
  it('in any order', () => {
    const turned = likelyCopies([...all].reverse());
    expect([...turned.copyOf].sort()).toEqual([...found.copyOf].sort());
    expect([...turned.versionOf].sort()).toEqual([...found.versionOf].sort());
  });
});
