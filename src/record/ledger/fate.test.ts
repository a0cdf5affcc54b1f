// Who was shot may be among the dead: bounds of such counts beside the dead of their incident.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { chronicleOf } from '../chronicle.ts';

/** Low–high of each count of people hurt. */
function injured(...reports: readonly string[]): string[] {
  const record = chronicleOf({ readings: readingsOf(...reports), decisions: [], today: null });
  return record.incidents
    .flatMap((one) => record.figuresOf(one))
    .filter(({ measure }) => measure === 'injured')
    .map(({ words, low, best, high }) => `${words.text}: ${low ?? best}–${high}`);
}

describe('who was shot', () => {
  it('may be the one who died', () =>
    expect(
      injured(
        '2026-03-03 Meridian Wire: A soldier was shot in the city of Lviv on Monday and taken to hospital.',
        '2026-03-04 The Courier: A soldier was killed by a gunman in the city of Lviv on Monday.',
      ),
    ).toEqual(['A soldier: 0–1']));
  it('may not be, where nobody died', () =>
    expect(injured('2026-03-03 Meridian Wire: A soldier was shot in the city of Lviv on Monday.')).toEqual([
      'A soldier: 1–1',
    ]));
  it('is not, where the words tell them apart or say that they live', () => {
    expect(
      injured('2026-03-03 Meridian Wire: Gunmen killed two people and injured five others in Lviv on Monday.'),
    ).toEqual(['five others: 5–5']);
    expect(
      injured(
        '2026-03-03 Meridian Wire: Missiles struck the city of Lviv on Monday, killing nine people and wounding 41.',
      ),
    ).toEqual(['41: 41–41']);
    expect(
      injured(
        '2026-03-03 Meridian Wire: Gunmen killed two people in Lviv on Monday. Five people were shot in the attack and are expected to survive.',
      ),
    ).toEqual(['Five people: 5–5']);
  });
});
