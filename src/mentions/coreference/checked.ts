// The marked reports of checked.txt in, how many pronouns and titles are resolved, and how many of those rightly, out.
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from '../actors/find-actors.ts';

export interface Checked {
  readonly marked: number;
  readonly resolved: number;
  readonly right: number;
  /** "words in their report: meant, read" for each that is wrong. */
  readonly wrong: readonly string[];
}

/** Reads every line of marked text; lines that begin with # are comments. */
export function checkMarked(content: string): Checked {
  let marked = 0;
  let resolved = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const line of content.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    let text = '';
    const marks: { start: number; words: string; meant: string }[] = [];
    let at = 0;
    for (const mark of line.matchAll(/\{([^|}]+)\|([^}]+)\}/g)) {
      text += line.slice(at, mark.index);
      marks.push({ start: text.length, words: mark[1] ?? '', meant: mark[2] ?? '' });
      text += mark[1];
      at = mark.index + mark[0].length;
    }
    text += line.slice(at);
    const cast = findActors(parse(readText(readReport(text))));
    for (const { start, words, meant } of marks) {
      marked++;
      const end = start + words.length;
      const mention = cast.mentions.find(
        ({ span }) => span.start <= start && span.end === end && span.end - span.start <= words.length + 4,
      );
      if (!mention) continue;
      resolved++;
      const name = cast.actors[mention.value.actor]?.name ?? '';
      if (name.includes(meant)) right++;
      else wrong.push(`“${words}” in “${text.slice(Math.max(0, start - 40), end + 20)}”: ${meant}, read ${name}`);
    }
  }
  return { marked, resolved, right, wrong };
}
