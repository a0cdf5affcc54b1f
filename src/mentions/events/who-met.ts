// "Both sides", "the two parties" in, those two who met by the sentence before out: "Holt met with envoys of Velmar. Both sides discussed the plan".
import { REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Matcher } from './match.ts';

const SIDES: ReadonlySet<string> = new Set(['sides', 'parties']);
const MEETING: ReadonlySet<string> = new Set(['meet', 'talk', 'confer', 'speak', 'negotiate', 'consult']);
/** "Held talks with". */
const HOLDING: ReadonlySet<string> = new Set(['hold', 'have', 'begin', 'start', 'open', 'conclude', 'end', 'resume']);
const TALKS = /^(?:talks|meetings?|discussions?|negotiations?|consultations?|conversations?)$/;

/** Empty where the sentence before tells of no meeting of one with another. */
export function whoMet(noun: number, { view, roles }: Matcher, cast: CastGrowth): readonly number[] {
  const { lower, sentence, relation, paragraph } = view;
  if (!SIDES.has(lower[noun] ?? '')) return [];
  if (lower[noun - 1] !== 'both' && !(lower[noun - 1] === 'two' && lower[noun - 2] === 'the')) return [];
  const own = sentence[noun] ?? 0;
  let at = noun - 1;
  while (at >= 0 && sentence[at] === own) at--;
  // in one breath with it: what was told farther off is another meeting
  if (at < 0 || (paragraph[noun] ?? 0) - (paragraph[at] ?? 0) > 1) return [];
  const before = sentence[at];
  let verb = at;
  while (verb >= 0 && sentence[verb] === before && relation[verb] !== REL.root) verb--;
  if (verb < 0 || sentence[verb] !== before) return [];
  const lemma = view.parsed.words.lemma(verb);
  const talks = roles.clauses.object[verb] ?? -1;
  const held = HOLDING.has(lemma) && talks >= 0 && TALKS.test(lower[talks] ?? '');
  if (!held && !MEETING.has(lemma)) return [];
  const subject = roles.clauses.subject[verb] ?? -1;
  const hung = roles.obliqueOf(verb, 'with');
  const other = hung < 0 && held ? roles.obliqueOf(talks, 'with') : hung < 0 && lemma === 'meet' ? talks : hung;
  const two = [cast.at(subject), cast.at(other)];
  return two[0] !== two[1] && two.every((actor) => actor >= 0) ? two : [];
}
