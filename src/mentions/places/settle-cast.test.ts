// Reports in, the countries of their officials, police and courts out: those that only the places tell, and names that a land shares with a town.
import { expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findMentions } from '../find-mentions.ts';

const cast = (text: string) =>
  findMentions(parse(readText(readReport(text, { type: 'text/plain' })))).cast.actors.map(
    ({ name, country }) => `${name} ${country}`,
  );

it('gives police and courts the land that every place of the report lies in', () =>
  expect(cast('Police in Yreka arrested two men on Monday. A judge in Redding ordered them held.')).toEqual(
    expect.arrayContaining(['Police USA', 'judge USA']),
  ));
it('gives none where the places lie in two lands', () =>
  expect(cast('Police in Yreka arrested two men on Monday. A judge in Leeds ordered a search.')).toEqual(
    expect.arrayContaining(['Police null', 'judge null']),
  ));
it('gives none to officials of a people that no list has', () =>
  expect(cast('A Kestrian minister met judges in Redding. The Kestrian minister stayed in Yreka.')).toEqual(
    expect.arrayContaining(['minister null']),
  ));
it('gives none to weapons and the heads of a party', () =>
  expect(cast('Her party leadership sat in Redding. Police held a party leader in Yreka.')).not.toEqual(
    expect.arrayContaining(['party leadership USA']),
  ));
it('takes a land’s name for the town or province of that name where all places lie in another land', () => {
  expect(
    cast(
      'LEBANON, Ind. - A clerk was held on Tuesday. The prosecutor said that Lebanon police had stopped her near Kokomo.',
    ),
  ).toEqual(expect.arrayContaining(['Lebanon police USA', 'prosecutor USA']));
  expect(
    cast(
      'Deputies arrested a nurse in Tifton. Prosecutors charged her in a Georgia court. Officers went to Valdosta and Macon.',
    ),
  ).toEqual(expect.arrayContaining(['Prosecutors USA']));
});
it('takes a capital’s name for the town of that name too', () =>
  expect(
    cast('An Athens nurse was held on Monday in Athens, Ga. Athens police had seen her in Macon and in Savannah.'),
  ).toEqual(expect.arrayContaining(['Athens police USA'])));
it('leaves a land that acts alone', () =>
  expect(cast('Georgia rejected the offer, its premier said in Chicago, Boston and Denver.')).toEqual(
    expect.arrayContaining(['Georgia GEO']),
  ));
