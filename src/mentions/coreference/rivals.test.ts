// Pronouns that words naming no actor lie nearer to stay open; those that only look so do not.
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from '../actors/find-actors.ts';

/** Names that the last mention of a pronoun leads to; null where it stays open. */
function meant(text: string, pronoun: string): string | null {
  const cast = findActors(parse(readText(readReport(text))));
  const at = text.lastIndexOf(` ${pronoun} `) + 1;
  const found = cast.mentions.find(({ span }) => span.start === at && span.end === at + pronoun.length);
  return found ? (cast.actors[found.value.actor]?.name ?? null) : null;
}

describe('a pronoun', () => {
  it('is open where the object of the verb before is what it goes on with', () =>
    expect(meant('Protesters gathered. The centre obtained the messages and released them on Friday.', 'them')).toBe(
      null,
    ));
  it('goes on with an actor that both verbs are done to', () =>
    expect(meant('Police saw the miners and arrested them on Friday.', 'them')).toBe('miners'));
  it('is open where a thing is the subject nearest to it', () =>
    expect(meant('The ministry met. The storm hovered over the island, but once it moved the wind fell.', 'it')).toBe(
      null,
    ));
  it('is an actor that no thing lies nearer than', () =>
    expect(meant('The Velmar Times closed the road. Then it moved the market.', 'it')).toBe('Velmar Times'));
  it('is not the nearest troops where an official tells of his own', () =>
    expect(meant('The army left. The gates were shut. Sheriff Kern said they arrested one person.', 'they')).toBe(
      null,
    ));
  it('is whose clause its own says more of', () =>
    expect(meant('Anton Holt said Minister Ivan Kern resigned because he disliked the law.', 'he')).toBe('Ivan Kern'));
  it('is who says it', () =>
    expect(meant('President Holt praised the crew, while Minister Ivan Kern wrote he had ordered checks.', 'he')).toBe(
      'Ivan Kern',
    ));
});
