// A surname that two people of a report share: whom it means alone, null where the words do not tell.
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
    ['John Kern met Anna Kern in Leeds. Then Kern left.', null],
    ['Tom Kern is being held in jail, Prosecutor Anna Kern said. Kern is accused of murder.', 'Tom Kern'],
    ['Tom Kern is being held in jail, Prosecutor Anna Kern said. “He is ill,” Kern said.', 'Anna Kern'],
    ['Tom Kern was shot. His wife, Anna Kern, wept. Kern left.', 'Tom Kern'],
    ['Anna Kern said her son, Tom Kern, was gone. “They took him,” Kern said. Kern was shot by a guard.', 'Tom Kern'],
    ['Police Chief Anna Kern spoke. “We came,” Chief Kern said. Then Kern left.', 'Anna Kern'],
    ['Tom Kern lives here. His father, Jan Kern, came for Tom. Then Kern wept.', 'Jan Kern'],
    ['John Kern spoke. Kern said he would stay. His wife Anna Kern left. Then Kern wept.', 'John Kern'],
    ['John Kern is the father of Tom Kern. Neighbours like Tom. Tom plays chess. Then Kern wept.', 'John Kern'],
  ])('%s', (text, who) => expect(meant(text, 'Kern')).toBe(who));
});
