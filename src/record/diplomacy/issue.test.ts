// Issues by terms and parties: found, the same in any order, and named, merged, split and undone by decisions.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { chronicleOf } from '../chronicle.ts';
import type { Decision, Detail } from '../decision.ts';
import { topicsIn } from './issue.ts';

const readings = readingsOf(
  '2026-03-03 Meridian Wire: Ukraine is ready for a ceasefire, President Volodymyr Zelensky said on Tuesday. Russia rejected a truce, Kremlin spokesman Dmitry Peskov said.',
  '2026-03-04 The Courier: Russia will release all prisoners of war if Ukraine does, Kremlin spokesman Dmitry Peskov said. Ukraine has handed over a list of prisoners, Ukrainian Foreign Minister Andrii Sybiha said.',
  '2026-03-05 The Herald: India would never agree to a ceasefire while rockets fall, Indian Foreign Minister Subrahmanyam Jaishankar said. Pakistan said that it was ready for a truce with India.',
);
let made = 0;
function decision(targets: readonly string[], detail: Detail): Decision {
  const arrival = ++made;
  return { id: `d${arrival}`, arrival, at: '2026-03-06T10:00:00Z', by: 'ada', why: null, targets, contents: targets.map(() => null), detail }; // biome-ignore format: one row
}
const issues = (decisions: readonly Decision[] = [], some = readings) =>
  chronicleOf({ readings: some, decisions, today: null }).issues();
const named = (decisions: readonly Decision[] = []) => issues(decisions).map(({ id, said }) => `${id} ${said.length}`);
const TRUCE = 'issue:truce:RUS+UKR';
const PRISONERS = 'issue:prisoners:RUS+UKR';

describe('topicsIn', () => {
  it('finds what words are about, in the plural and the longest first', () =>
    expect([...topicsIn('a prisoner exchange and two ceasefires').entries()]).toEqual([
      ['prisoners', ['prisoner exchange']],
      ['truce', ['ceasefire']],
    ]));
  it('takes no name for a topic', () => {
    expect([...topicsIn('the strike on Port Averin').keys()]).toEqual([]);
    expect([...topicsIn('Ports must stay open').keys()]).toEqual(['grain and ports']);
  });
});

describe('issues', () => {
  it('are of a topic between the same parties', () => {
    const ids = issues().map(({ id }) => id);
    expect(ids).toContain(TRUCE);
    expect(ids).toContain(PRISONERS);
    expect(ids).toContain('issue:truce:IND+PAK');
  });
  it('are the same in any order of reports', () => {
    const first = JSON.stringify(issues());
    expect(JSON.stringify(issues([], [...readings].reverse()))).toBe(first);
    expect(
      JSON.stringify(
        issues(
          [],
          [1, 2, 0].map((at) => readings[at] as (typeof readings)[number]),
        ),
      ),
    ).toBe(first);
  });
  it('have a name when somebody gives one, until it is taken back', () => {
    const name = decision([TRUCE], { act: 'link', to: 'issue:quiet by May', relation: 'named' });
    expect(issues([name]).find(({ id }) => id === TRUCE)).toMatchObject({ topic: 'quiet by May', named: true });
    const back = decision([name.id], { act: 'withdraw' });
    expect(issues([name, back]).find(({ id }) => id === TRUCE)).toMatchObject({ topic: 'truce', named: false });
  });
  it('are one when merged, and two again when split or undone', () => {
    const plain = named();
    const both = new Set(
      issues()
        .filter(({ id }) => id === TRUCE || id === PRISONERS)
        .flatMap(({ said }) => said),
    ).size;
    const merge = decision([PRISONERS], { act: 'merge', into: TRUCE });
    const merged = issues([merge]).find(({ id }) => id === TRUCE);
    expect(merged).toMatchObject({ merged: [PRISONERS] });
    expect(merged?.said).toHaveLength(both);
    expect(issues([merge]).some(({ id }) => id === PRISONERS)).toBe(false);
    expect(named([merge, decision([PRISONERS], { act: 'split', into: null })])).toEqual(plain);
    expect(named([merge, decision([merge.id], { act: 'withdraw' })])).toEqual(plain);
  });
  it('two merged into each other stay whole', () => {
    const round = [
      decision([PRISONERS], { act: 'merge', into: TRUCE }),
      decision([TRUCE], { act: 'merge', into: PRISONERS }),
    ];
    const lost = issues(round).flatMap(({ said }) => said.map(({ id }) => id));
    expect(new Set(lost)).toEqual(new Set(issues().flatMap(({ said }) => said.map(({ id }) => id))));
  });
  it('take in a statement that somebody puts there, and let go of one', () => {
    const [one] = issues().find(({ id }) => id === TRUCE)?.said ?? [];
    const id = one?.id as string;
    const own = issues([decision([id], { act: 'link', to: 'issue:the guns', relation: 'about' })]);
    expect(own.find((issue) => issue.id === 'issue:the guns')?.said.map((said) => said.id)).toEqual([id]);
    const out = issues([decision([id], { act: 'link', to: TRUCE, relation: 'not about' })]);
    expect(out.find((issue) => issue.id === TRUCE)?.said.some((said) => said.id === id) ?? false).toBe(false);
  });
});
