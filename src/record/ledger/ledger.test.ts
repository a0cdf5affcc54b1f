// Figure claims made by hand: what is current, what each profile makes of them, and each flag with its near misses.
import { describe, expect, it } from 'vitest';
import type { OriginClass } from '../origin.ts';
import type { FigureClaim } from './figure-claim.ts';
import { type Copies, flagsOf, NO_COPIES } from './flag.ts';
import { differenceOf, estimate, PROFILES } from './profile.ts';
import { currentOf, seriesOf, stepsOf } from './series.ts';

interface Given extends Partial<Omit<FigureClaim, 'chain' | 'words' | 'sentence'>> {
  by?: string | null;
  class?: OriginClass;
  outlet?: string;
  words?: string;
  sentence?: string;
  value?: number;
}

let made = 0;
function claim({ by = null, class: kind, outlet = 'Wire', words, sentence, value, ...given }: Given): FigureClaim {
  const n = ++made;
  const text = words ?? String(value ?? given.low ?? given.best ?? given.high);
  const report = given.report ?? `r${n}`;
  return {
    id: `${report}.f${n}`, report, event: `${report}.e1`, measure: 'killed', group: null, scope: null, low: value ?? null, best: value ?? null,
    high: value ?? null, vague: null, per: null, superseded: false, partial: false, asserted: `2026-03-${String(n % 28).padStart(2, '0')}`, denied: false,
    ...given,
    chain: { speaker: by, printed: by, via: null, role: null, outlet, class: kind ?? (by === null ? 'own reporting' : 'official'), key: by === null ? `outlet:${outlet}` : `says:${by}` },
    words: { start: n * 10, end: n * 10 + text.length, text },
    sentence: { start: 0, end: 1, text: sentence ?? text },
  }; // biome-ignore format: one row a claim
}

const at = (day: number, hour = 0) => `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const names = (claims: readonly FigureClaim[], copies: Copies = NO_COPIES) =>
  flagsOf(claims, copies).map(({ name }) => name);

describe('what is current', () => {
  it('is the last word of each origin', () => {
    const old = claim({ by: 'Renn', value: 9, asserted: at(2) });
    const now = claim({ by: 'Renn', value: 14, asserted: at(3) });
    const other = claim({ by: 'Adler', value: 9, asserted: at(2) });
    expect(currentOf([old, now, other]).map(({ id }) => id)).toEqual([other.id, now.id]);
  });
  it('is not what the report itself corrects, nor what a copy repeats', () => {
    const corrected = claim({ by: 'Renn', value: 41, superseded: true });
    const copy = claim({ value: 14, outlet: 'Herald', report: 'copy' });
    expect(currentOf([corrected, copy], new Set(['copy']))).toEqual([]);
  });
  it('makes a step only where the bounds move', () => {
    const [series] = seriesOf([
      claim({ by: 'a', value: 3, asserted: at(2, 1) }),
      claim({ by: 'b', value: 3, asserted: at(2, 2) }),
      claim({ by: 'b', value: 12, asserted: at(2, 3) }),
    ]);
    expect(stepsOf(series!).map(({ low, high }) => [low, high])).toEqual([
      [3, 3],
      [3, 12],
    ]);
  });
});

describe('profiles', () => {
  const [acled, ucdp, airwars] = PROFILES;
  const mayor = claim({ by: 'Mayor Renn', low: 14, asserted: at(3, 6) });
  const governor = claim({ by: 'Governor Adler', value: 9, asserted: at(3, 7) });
  it('acled takes the lowest, ucdp the most reliable, airwars the range', () => {
    expect(estimate(acled!, [mayor, governor])).toMatchObject({ low: 9, best: 9, high: 9, grade: null });
    expect(estimate(ucdp!, [mayor, governor])).toMatchObject({ low: 9, high: 14 });
    expect(estimate(airwars!, [mayor, governor])).toMatchObject({ low: 9, best: null, high: 14, grade: 'contested' });
  });
  it('acled counts dozens as 12 and no injuries', () => {
    const dozens = claim({ by: 'Renn', low: 24, vague: 'dozens', words: 'dozens' });
    expect(estimate(acled!, [dozens])).toMatchObject({ best: 12 });
    expect(estimate(acled!, [{ ...dozens, measure: 'injured' }])).toBeNull();
  });
  it('two origins that agree are fair, one is weak', () => {
    expect(estimate(airwars!, [claim({ by: 'a', value: 9 }), claim({ by: 'b', value: 9 })])?.grade).toBe('fair');
    expect(estimate(airwars!, [claim({ by: 'a', value: 9 })])?.grade).toBe('weak');
  });
  it('a party to the conflict is trusted last', () =>
    expect(
      estimate(ucdp!, [
        claim({ by: 'army', class: 'party to the conflict', value: 30 }),
        claim({ by: 'UN', class: 'independent', value: 12 }),
      ])?.best,
    ).toBe(12));
  it('a difference names its rules; agreement names none', () => {
    const [a, b] = [estimate(acled!, [mayor, governor])!, estimate(airwars!, [mayor, governor])!];
    expect(differenceOf(a, b).join()).toMatch(/ACLED-LOWEST.*AIRWARS-RANGE/);
    expect(differenceOf(a, a)).toEqual([]);
  });
});

describe('flags', () => {
  it('DISJOINT: two origins that cannot both be right', () =>
    expect(names([claim({ by: 'Renn', low: 14 }), claim({ by: 'Adler', value: 9 })])).toEqual(['DISJOINT']));
  it('no DISJOINT: bounds that meet, a rounded number, another group', () => {
    expect(names([claim({ by: 'Renn', low: 9 }), claim({ by: 'Adler', value: 14 })])).toEqual([]);
    expect(names([claim({ by: 'Renn', best: 400 }), claim({ by: 'Adler', value: 390 })])).toEqual([]);
    expect(names([claim({ by: 'Renn', value: 9 }), claim({ by: 'Adler', value: 3, group: 'children' })])).toEqual([]);
  });
  it('UPDATE rises, FELL goes down, by one origin', () => {
    expect(
      names([claim({ by: 'Renn', value: 9, asserted: at(2) }), claim({ by: 'Renn', value: 14, asserted: at(3) })]),
    ).toEqual(['UPDATE']);
    expect(
      names([claim({ by: 'Renn', value: 41, asserted: at(2) }), claim({ by: 'Renn', value: 37, asserted: at(3) })]),
    ).toEqual(['FELL']);
    expect(
      names([claim({ by: 'Renn', value: 9, asserted: at(2) }), claim({ by: 'Renn', value: 9, asserted: at(3) })]),
    ).toEqual([]);
  });
  it('FELL also within one report that gives its older value', () =>
    expect(
      names([
        claim({ by: 'Renn', report: 'x', value: 37 }),
        claim({ by: 'Renn', report: 'x', value: 41, superseded: true }),
      ]),
    ).toEqual(['FELL']));
  it('no DISJOINT: a higher count of a later day, a part, an earlier count that a report looks back on', () => {
    const older = claim({ by: 'Renn', value: 14, asserted: at(3) });
    expect(names([older, claim({ by: 'Adler', value: 17, asserted: at(4) })])).toEqual([]);
    expect(names([older, claim({ by: 'Adler', value: 11, asserted: at(4) })])).toEqual(['DISJOINT']);
    expect(names([older, claim({ by: 'Adler', value: 2, asserted: at(3), partial: true })])).toEqual([]);
    expect(names([older, claim({ by: 'Adler', value: 9, asserted: at(4), superseded: true })])).toEqual([]);
  });
  it('SUM: parts that are more than the whole', () => {
    const whole = { report: 'x', by: 'Renn', asserted: at(2) };
    expect(
      names([
        claim({ ...whole, value: 12 }),
        claim({ ...whole, value: 9, group: 'civilians' }),
        claim({ ...whole, value: 5, group: 'soldiers' }),
      ]),
    ).toEqual(['SUM']);
    expect(
      names([
        claim({ ...whole, value: 14 }),
        claim({ ...whole, value: 9, group: 'civilians' }),
        claim({ ...whole, value: 5, group: 'soldiers' }),
      ]),
    ).toEqual([]);
    // children may be civilians: nothing is counted twice
    expect(
      names([
        claim({ ...whole, value: 12 }),
        claim({ ...whole, value: 9, group: 'civilians' }),
        claim({ ...whole, value: 5, group: 'children' }),
      ]),
    ).toEqual([]);
    expect(
      names([
        claim({ ...whole, low: 12 }),
        claim({ ...whole, value: 9, group: 'civilians' }),
        claim({ ...whole, value: 5, group: 'soldiers' }),
      ]),
    ).toEqual([]);
  });
  it('SCOPE instead of DISJOINT where one counts the war', () =>
    expect(
      names([claim({ by: 'UN', value: 1043, scope: 'since the war began' }), claim({ by: 'Renn', value: 14 })]),
    ).toEqual(['SCOPE']));
  it('WHO: attackers counted or not', () => {
    const out = claim({ by: 'police', value: 5, sentence: 'Five people were killed, not including the gunman.' });
    expect(names([out, claim({ by: 'hospital', value: 6, sentence: 'Six were dead, including the gunman.' })])).toEqual(
      ['WHO'],
    );
    expect(names([out, claim({ by: 'hospital', value: 5, sentence: 'Five were dead.' })])).toEqual([]);
  });
  it('COPY: a reprint is no second source', () => {
    const copies = { ...NO_COPIES, copyOf: new Map([['copy', 'first']]) };
    expect(
      names(
        [claim({ by: 'Renn', value: 9, report: 'first' }), claim({ by: 'Renn', value: 9, report: 'copy' })],
        copies,
      ),
    ).toEqual(['COPY']);
    // one that no longer says whose word it is loses more
    expect(
      names(
        [claim({ by: 'Renn', value: 9, report: 'first' }), claim({ value: 9, report: 'copy', outlet: 'Herald' })],
        copies,
      ),
    ).toEqual(['COPY', 'DROPPED']);
  });
  it('DROPPED: a newer version that names nobody', () => {
    const copies = { ...NO_COPIES, versionOf: new Map([['v2', 'v1']]) };
    expect(
      names(
        [
          claim({ by: 'Renn', value: 9, report: 'v1', asserted: at(2) }),
          claim({ value: 9, report: 'v2', asserted: at(3) }),
        ],
        copies,
      ),
    ).toEqual(['DROPPED']);
    expect(
      names(
        [
          claim({ by: 'Renn', value: 9, report: 'v1', asserted: at(2) }),
          claim({ by: 'Renn', value: 9, report: 'v2', asserted: at(3) }),
        ],
        copies,
      ),
    ).toEqual([]);
  });
  it('DENIED: by words that deny it', () =>
    expect(names([claim({ by: 'Reszek', value: 17, denied: true })])).toEqual(['DENIED']));
  it('STALE: an outlet repeats what the origin has replaced', () =>
    expect(
      names([
        claim({ by: 'Renn', value: 9, asserted: at(2) }),
        claim({ by: 'Renn', value: 14, asserted: at(3) }),
        claim({ outlet: 'Herald', value: 9, asserted: at(5) }),
      ]),
    ).toEqual(['UPDATE', 'STALE']));
});
