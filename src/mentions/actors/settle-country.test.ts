// Officials and forces that no words give a country: that of the only land named, or of the dateline's.
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from './find-actors.ts';

/** `name country` of every actor. */
const cast = (text: string) =>
  findActors(parse(readText(readReport(text)))).actors.map(({ name, country }) => `${name} ${country}`);

describe('the government', () => {
  it('is the only state that is named', () =>
    expect(cast('Kenya shut the border. The government said rebels fled.')).toEqual(['Kenya KEN', 'rebels null']));
  it('is that of the dateline where no land is named more often', () =>
    expect(cast('HAVANA (Wire) -- Cuba shut its ports. Spain protested. The government left.')).toEqual([
      'Cuba CUB',
      'Spain ESP',
    ]));
  it('is that of the rebels it deals with, not that of the town where they do', () =>
    expect(cast('The government and the M23 rebels signed a truce in Doha.')).toContain('government COD'));
  it('has a senate where it is the only land named, and Kenya’s is no longer the United States’', () => {
    expect(cast('Kenyan farmers left. The Senate rejected the bill.')).toContain('Senate KEN');
    expect(cast('Iranian farmers left. The Senate rejected the bill.')).toContain('Senate USA');
  });
  it('is nobody’s where another land is named more often', () =>
    expect(
      cast('HAVANA (Wire) -- Cuba left. Spain protested. Spain said Spain would stay. The government left.'),
    ).toContain('government null'));
});

describe('the president', () => {
  it('is no vice president', () => {
    const text = 'President Ivan Kern spoke. Vice President Anna Holt left. The president wept.';
    const { mentions, actors } = findActors(parse(readText(readReport(text))));
    const last = mentions.find(({ span }) => span.start === text.indexOf('The president'));
    expect(actors[last?.value.actor ?? -1]?.name).toBe('Ivan Kern');
  });
});
