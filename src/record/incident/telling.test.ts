// Happenings as reports tell them: which are told in the same words, and which only look so.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { happeningsOf } from './happening.ts';
import { IncidentIndex } from './incident-index.ts';
import { tellingsOf, wordingOf } from './telling.ts';

const STRIKE =
  'Missiles struck the Ukrainian city of Odesa late on Monday, killing at least nine people and injuring dozens, officials said.';

const tellingIn = (report: string) =>
  readingsOf(report)
    .flatMap((reading) => {
      const happenings = happeningsOf(reading);
      const tellings = tellingsOf(happenings, () => false);
      return happenings.flatMap(({ family }, at) => (family === 'violence' ? [tellings[at] ?? null] : []));
    })
    .at(0);

describe('what is told in the same words', () => {
  it('is the same sentence of the same day and place, whatever stands around it', () => {
    const told = tellingIn(`2026-03-03 Meridian Wire: ${STRIKE}`);
    expect(told).toBeTypeOf('string');
    expect(tellingIn(`2026-03-03 The Courier: ${STRIKE} Two warehouses were on fire.`)).toBe(told);
    expect(tellingIn(`2026-03-10 The Courier: ${STRIKE}`)).not.toBe(told);
    expect(tellingIn(`2026-03-03 The Courier: ${STRIKE.replace('nine', 'ten')}`)).not.toBe(told);
  });
  it('is no short sentence, which may be told of anything', () => {
    expect(wordingOf('Police are investigating the shooting.', 'the shooting')).toBeNull();
    expect(wordingOf(STRIKE, 'Missiles struck')).toBe(wordingOf(STRIKE.toUpperCase(), '“Missiles struck”'));
  });
  it('is nothing upon which a person has decided', () => {
    const [reading] = readingsOf(`2026-03-03 Meridian Wire: ${STRIKE}`);
    expect(tellingsOf(happeningsOf(reading!), () => true).every((one) => one === null)).toBe(true);
  });
  it('is one incident, for which the first stands, in whatever order they come', () => {
    const readings = readingsOf(
      `2026-03-04 Evening Post: ${STRIKE}`,
      `2026-03-03 Meridian Wire: ${STRIKE}`,
      `2026-03-03 The Courier: ${STRIKE} Two warehouses were on fire.`,
    );
    for (const some of [readings, [...readings].reverse()]) {
      const index = new IncidentIndex();
      for (const reading of some) index.add(reading);
      const found = index.incidents().find(({ happenings }) => happenings[0].family === 'violence');
      expect(found?.happenings.length).toBe(3);
      expect(found && index.tiesOf(found).flatMap(({ reasons }) => reasons)).toContain('told in the same words');
    }
  });
});
