// What a report is compared by, written and read again: nothing is lost, whatever it is made of.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { happeningsOf } from '../record/incident/happening.ts';
import { factsOf } from '../record/incident/story.ts';
import { gistOf, readGist, writeGist } from './gist.ts';

describe('a gist', () => {
  const readings = readingsOf(
    '2026-03-03 Meridian Wire: Missiles struck the city of Odesa late on Monday, killing at least nine people and injuring 26 sailors, Ilse Varga said. Gunmen killed two people in Lviv on Sunday.',
    '2026-03-04 The Courier: Gunmen attacked Lviv again on Tuesday, killing two people, Ilse Varga said.',
  );
  it.each(readings.map((reading) => [reading.report.source, reading] as const))(
    'of %s is read as it was written',
    (_, reading) => {
      const happenings = happeningsOf(reading);
      const facts = factsOf(reading);
      expect(happenings.length).toBeGreaterThan(0);
      const made = gistOf(7, facts, happenings);
      const kept = readGist(7, writeGist(facts, happenings));
      expect(kept.facts).toEqual(facts);
      expect(kept.happenings.map(({ n }) => n)).toEqual(made.happenings.map(({ n }) => n));
      kept.happenings.forEach(({ told, block }, place) => {
        const { event, events: __, ...rest } = happenings[place] as (typeof happenings)[number];
        expect(told).toEqual({ ...rest, event: { type: event.type, mode: event.mode } });
        expect(block.hashes).toEqual(made.happenings[place]?.block.hashes);
      });
    },
  );
});
