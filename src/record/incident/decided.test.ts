// Decisions upon incidents: what people merge is one, what they part is two, and what they take back is as it was.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { chronicleOf } from '../chronicle.ts';
import type { Decision, Detail } from '../decision.ts';

const readings = readingsOf(
  '2026-03-03 Meridian Wire: Missiles struck the Ukrainian city of Odesa late on Monday, killing at least nine people, officials said.',
  '2026-03-03 The Courier: Nine people were killed when missiles struck Odesa on Monday night, the mayor said.',
  '2026-03-03 Meridian Wire: A missile struck the city of Lviv on Monday, killing two people.',
);

let made = 0;
function decision(targets: readonly string[], detail: Detail): Decision {
  const arrival = ++made;
  return {
    id: `d${arrival}`,
    arrival,
    at: '2026-03-04T10:00:00Z',
    by: 'ada',
    why: null,
    targets,
    contents: targets.map(() => null),
    detail,
  };
}

/** Outlets and towns of each act of violence, an incident a line. */
function told(decisions: readonly Decision[]) {
  const record = chronicleOf({ readings, decisions, today: null });
  const violent = record.incidents.filter(({ happenings }) => happenings[0].family === 'violence');
  return {
    record,
    groups: violent
      .map(({ happenings }) =>
        happenings
          .map(({ report }) => readings.findIndex(({ report: { id } }) => id === report))
          .sort()
          .join(),
      )
      .sort(),
    id: (report: number) =>
      violent.flatMap(({ happenings }) => happenings).find((one) => one.report === readings[report]?.report.id)
        ?.id as string,
  };
}

describe('decisions upon incidents', () => {
  const plain = told([]);
  it('none: the two of Odesa are one, Lviv is another', () => expect(plain.groups).toEqual(['0,1', '2']));

  const merge = decision([plain.id(2)], { act: 'merge', into: plain.id(0) });
  it('merge: what people say is one is one, with the reason', () => {
    const { groups, record, id } = told([merge]);
    expect(groups).toEqual(['0,1,2']);
    const one = record.index.incidentOf(id(2));
    expect(one && record.index.tiesOf(one).flatMap(({ reasons }) => reasons)).toContain('decided to be the same');
  });
  it('merge taken back is as it was', () =>
    expect(told([merge, decision([merge.id], { act: 'withdraw' })]).groups).toEqual(['0,1', '2']));

  const apart = decision([plain.id(1)], { act: 'link', to: plain.id(0), relation: 'apart' });
  it('apart: what people say is two is two', () => expect(told([apart]).groups).toEqual(['0', '1', '2']));
  it('apart outweighs a merge of the same two', () => {
    const same = decision([plain.id(1)], { act: 'merge', into: plain.id(0) });
    expect(told([same, apart]).groups).toEqual(['0', '1', '2']);
    expect(told([apart, same]).groups).toEqual(['0', '1', '2']);
  });
  it('apart taken back, and that taken back again', () => {
    const back = decision([apart.id], { act: 'withdraw' });
    expect(told([apart, back]).groups).toEqual(['0,1', '2']);
    expect(told([apart, back, decision([back.id], { act: 'withdraw' })]).groups).toEqual(['0', '1', '2']);
  });
  it('other relations part nothing', () =>
    expect(told([decision([plain.id(1)], { act: 'link', to: plain.id(0), relation: 'answers' })]).groups).toEqual([
      '0,1',
      '2',
    ]));
});
