// A surname that two people of a report share: whom it means alone.
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from './find-actors.ts';

/** The name of the actor whom the last mention of these words means. */
function meant(text: string, words: string): string | null {
  const cast = findActors(parse(readText(readReport(text))));
  const at = text.lastIndexOf(words);
  const found = cast.mentions.find(({ span }) => span.start <= at && span.end >= at + words.length);
  return found ? (cast.actors[found.value.actor]?.name ?? null) : null;
}

describe('a shared surname', () => {
  it.each([
    ['John Kern met Anna Kern in Leeds. Then Kern left.', 'Anna Kern'],
    ['John Kern spoke. Kern said he would stay. His wife Anna Kern left. Then Kern wept.', 'John Kern'],
    ['John Kern is the father of Tom Kern. Neighbours like Tom. Tom plays chess. Then Kern wept.', 'John Kern'],
  ])('%s', (text, who) => expect(meant(text, 'Kern')).toBe(who));
});
