// The cast of small reports, case by case: who is meant, with country, sector and kind.
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from './find-actors.ts';
import { knownTerm } from './leaders.ts';

for (const name of [
  'named',
  'described',
  'metonymy',
  'apposition',
  'day-before',
  '../coreference/pronouns',
  '../coreference/titles',
]) {
  testCases(new URL(`./${name}.cases`, import.meta.url), (text, settings) => {
    const published = settings['published'];
    const cast = findActors(parse(readText(readReport(text, published ? { published } : {}))));
    return cast.mentions.map(({ span, value }) => {
      const actor = cast.actors[value.actor];
      return { span, kind: value.manner, fields: { ...actor, is: actor?.name } };
    });
  });
}

describe('holders of office', () => {
  it.each([
    ['Donald Trump', '2019-05-01', 'GOV', true],
    ['Donald Trump', '2022-05-01', 'ELI', false],
    ['Donald Trump', '2025-04-24', 'GOV', true],
    ['Putin', '2010-01-01', 'GOV', true],
    ['Merkel', '2023-01-01', 'ELI', false],
  ])('%s on %s is %s', (name, day, sector, current) => {
    expect(knownTerm(name, null, day)).toMatchObject({ sector, current });
  });
  it('knows nobody by a name that is not in the list', () =>
    expect(knownTerm('Anna Kern', null, '2025-04-24')).toBeNull());
  it('does not take a namesake of another country', () => expect(knownTerm('Merkel', 'USA', '2020-01-01')).toBeNull());
});
