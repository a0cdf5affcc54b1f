// Pastimes: sentences of sport, stage and laboratory are known; news in earnest is not taken for them.
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { viewTokens } from '../actors/token-view.ts';
import { pastimesOf } from './pastimes.ts';

const of = (text: string) => [...pastimesOf(viewTokens(parse(readText(readReport(text, { type: 'text/plain' })))))];

describe('pastimes', () => {
  it.each([
    'The striker fired wide and the goalkeeper kept a clean sheet.',
    'The director shot the film in nine weeks.',
    'Germany crushed Sweden in the semi-final.',
    'White blood cells attack the virus in the cell.',
  ])('know %s', (text) => expect(of(text)).toEqual([1]));

  it.each([
    'Rebels attacked the town at dawn.',
    'Police fired tear gas at fans outside the stadium after the semi-final.',
    'The two presidents met for talks.',
    'Gunmen shot a singer at a concert.',
    'The team of inspectors reached the plant.',
  ])('leave %s', (text) => expect(of(text)).toEqual([0]));

  it('take in what is said between, where most of a report tells of one', () => {
    const report =
      'The midfielder scored before half-time. They attacked again. The referee showed a red card. The winger hit the post in extra time.';
    expect(of(report)).toEqual([1, 1, 1, 1]);
    expect(of('Soldiers shelled the town. The film festival was called off. Rebels struck back.')).toEqual([0, 1, 0]);
  });
});
