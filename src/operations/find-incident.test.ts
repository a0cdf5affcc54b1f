// Ids as tables print them: the beginning of a report's id and the whole of the claim's find the incident again.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { chronicleOf } from '../record/chronicle.ts';
import { findIncident } from './incidents.ts';

const record = chronicleOf({
  readings: readingsOf(
    '2026-03-03 Meridian Wire: Missiles struck the city of Odesa late on Monday, killing nine people. Gunmen killed two people in Lviv on Monday.',
  ),
  decisions: [],
  today: null,
});

describe('findIncident', () => {
  for (const { id } of record.incidents) {
    const short = id.replace(/^(ir[0-9a-f]{8})[0-9a-f]+/, '$1');
    it(`finds ${short.slice(short.indexOf('.'))} by its whole id and as printed`, () => {
      expect(short).not.toBe(id);
      expect(findIncident(record, id).id).toBe(id);
      expect(findIncident(record, short).id).toBe(id);
      expect(findIncident(record, short.slice(1)).id).toBe(id);
    });
  }
  it('finds none by what stands nowhere', () => {
    expect(() => findIncident(record, 'ir00000000.e1-2')).toThrow('no incident');
    expect(() => findIncident(record, 'i')).toThrow('give more of it');
  });
});
