// A word of what is said in, what the words around it make it say out: "out of touch", "an act of cowardice", "a cowardly attack", "used disproportionate force".
import { ADJ, ADP, ADV, NOUN, REL } from '../actors/token-view.ts';
import { censureBit, censureOf, says } from './censure.ts';
import type { Matcher } from './match.ts';

const WRONG = censureBit('wrong');
const BLAMING = censureBit('blaming');
const MISHAP = censureBit('mishap');
const MISDEED = censureBit('misdeed');

/** "Propaganda stunt", "act of aggression", "out of touch", or the word alone; what another preposition leads says nothing. */
export function wordsOf(token: number, match: Matcher): number {
  const { view, roles } = match;
  if (view.upos[token] !== NOUN) return censureOf(view.lower[token] ?? '');
  const lemma = match.lemma(token);
  if (roles.childBy(token, REL.case) >= 0) return censureOf(`${casesOf(token, match)} ${lemma}`);
  const of = roles.obliqueOf(token, 'of');
  return censureOf(lemma) | censureOf(`${view.lower[token - 1] ?? ''} ${lemma}`) | (of < 0 ? 0 : censureOf(`${lemma} of ${match.lemma(of)}`));
} // biome-ignore format: one sum

/** "out of": the prepositions before a noun. */
function casesOf(noun: number, { view, roles }: Matcher): string {
  const { first, next } = roles.children;
  let cases = '';
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
    if (view.relation[child] === REL.case) cases += `${cases && ' '}${view.lower[child]}`;
  return cases;
}

/** What its adjectives say: "a cowardly attack", "a corrupt regime". */
export function attributeOf(noun: number, { view, roles }: Matcher): number {
  const { first, next } = roles.children;
  let bits = 0;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
    if (view.relation[child] === REL.amod) bits |= censureOf(view.lower[child] ?? '') & (WRONG | BLAMING | MISHAP);
  return bits;
}

/** What one does who does wrongly what it is. */
const DOING: ReadonlySet<string> = new Set(['use', 'take', 'adopt', 'pursue', 'follow', 'conduct', 'make', 'launch', 'carry', 'wage', 'run', 'play', 'deploy', 'employ', 'apply', 'issue', 'tell', 'commit', 'impose', 'pass', 'give']); // biome-ignore format: one table
/** What is done, said or pursued so, and is theirs who do it. */
const WAYS: ReadonlySet<string> = new Set(['force', 'violence', 'tactic', 'policy', 'course', 'path', 'approach', 'stance', 'line', 'game', 'campaign', 'war', 'step', 'move', 'decision', 'mistake', 'claim', 'statement', 'accusation', 'charge', 'remark', 'comment', 'rhetoric', 'action', 'measure', 'conduct', 'behaviour', 'behavior', 'act', 'practice', 'method', 'law', 'attack', 'assertion', 'story']); // biome-ignore format: one table

/** "Had used excessive force", "is pursuing a reckless policy". */
export function isDoneIll(verb: number, object: number, lemma: string, match: Matcher): boolean {
  if (object <= verb || !DOING.has(lemma) || !WAYS.has(match.lemma(object))) return false;
  const bits = attributeOf(object, match);
  return (bits & (WRONG | BLAMING)) !== 0 && (bits & MISHAP) === 0;
}

/** "Stood by", "sank to a new low", "poured oil on the fire": a misdeed in more words than a verb and its object. */
export function isWordedIll(verb: number, lemma: string, match: Matcher): boolean {
  const { view, roles } = match;
  const behind = view.upos[verb + 1];
  // "stood by while shops burned", against "stood by the accord"
  if ((behind === ADP || behind === ADV) && view.relation[verb + 1] !== REL.case && view.sentence[verb + 1] === view.sentence[verb])
    if (says(`${lemma} ${view.lower[verb + 1]}`, MISDEED)) return true;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < verb || (view.upos[child] !== NOUN && view.upos[child] !== ADJ)) continue;
    const led = roles.caseOf(child);
    if (led && says(`${lemma} ${led} ${match.lemma(child)}`, MISDEED)) return true;
  }
  return false;
} // biome-ignore format: long conditions

/** "Is politically motivated". */
export const isMotivated = (word: number, { view, roles }: Matcher): boolean =>
  view.lower[word] === 'motivated' && roles.isLedBy(word, REL.advmod, PARTISAN);
const PARTISAN: ReadonlySet<string> = new Set(['politically', 'racially', 'religiously', 'ideologically']);
