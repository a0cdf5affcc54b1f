// The coefficients against worked examples of their authors, and where they say nothing.
import { describe, expect, it } from 'vitest';
import { cohenKappa, krippendorffAlpha, matchF1, percentAgreement, type Unit } from './coefficient.ts';

const units = (...persons: readonly string[]): Unit[] =>
  Array.from(persons[0] as string, (_, i) => persons.map((said) => (said[i] === '.' ? null : (said[i] as string))));

describe('coefficients', () => {
  it('are those of the worked examples', () => {
    // Cohen's table: 20 both yes, 15 both no, 5 and 10 apart
    const table = units(
      'y'.repeat(20) + 'y'.repeat(5) + 'n'.repeat(10) + 'n'.repeat(15),
      'y'.repeat(20) + 'n'.repeat(5) + 'y'.repeat(10) + 'n'.repeat(15),
    );
    expect(percentAgreement(table)).toBeCloseTo(0.7, 10);
    expect(cohenKappa(table)).toBeCloseTo(0.4, 10);
    // Krippendorff 2011, section B: two values, two observers, ten units
    expect(krippendorffAlpha(units('0100000000', '1110010100'))).toBeCloseTo(0.095, 3);
    // section C: five values, four observers, twelve units, with gaps
    const four = units('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    expect(krippendorffAlpha(four)).toBeCloseTo(0.743, 3);
  });
  it('say nothing where chance leaves nothing to say', () => {
    for (const of of [percentAgreement, cohenKappa, krippendorffAlpha]) expect(of([])).toBeNull();
    expect(cohenKappa(units('aaa', 'aaa'))).toBeNull();
    expect(krippendorffAlpha(units('aaa', 'aaa'))).toBeNull();
    expect(percentAgreement(units('aaa', 'aaa'))).toBe(1);
    expect(krippendorffAlpha(units('a.', '.a'))).toBeNull();
    expect(krippendorffAlpha(units('ab', 'ab'))).toBe(1);
    expect(cohenKappa(units('ab', 'ba'))).toBe(-1);
    expect([matchF1(0, 0, 0), matchF1(3, 4, 5)]).toEqual([null, 6 / 9]);
  });
});
