// "Warned that" in, whether it only tells of a danger and threatens nobody out: "warned that food was running out".
import { ADJ, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import type { Matcher } from './match.ts';

/** How a danger comes from whoever warns of it. */
const SANCTIONS =
  /^(?:consequences?|repercussions?|respon(?:d|se|ses)|retaliat\w*|reprisals?|punish\w*|penalt(?:y|ies)|pay|tolerated?|measures|sanctions?|force|targets?|targeted|treated|punitive)$/;
const FUTURE = /^(?:will|would|shall|can|could|may|might|must|'ll|’ll|going|ready|prepared|poised)$/;
const CLAUSE_END = /^(?:[.;:]|but)$/;

/**
 * Whether the clause behind "warned" is about something else than what the one who warns would do: its subject is another,
 * and no word of an answer or a punishment stands in it. False where there is no clause. `isOwn`: whether a token names
 * whoever warns, or their land.
 */
export function isAlarm(verb: number, isOwn: (token: number) => boolean, { view, roles }: Matcher): boolean {
  const { upos, lower, relation, sentence } = view;
  const { first, next } = roles.children;
  let told = -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (
      child > verb &&
      relation[child] === REL.ccomp &&
      // "would be no cure" too
      (upos[child] === VERB || upos[child] === ADJ || roles.childBy(child, REL.cop) >= 0)
    )
      told = child;
  if (told < 0) return false;
  const subject = roles.clauses.subject[told] ?? -1;
  const passive = roles.clauses.passive[told] ?? -1;
  const who = subject >= 0 ? subject : passive;
  if (who < 0) return false;
  // "warned that it would respond", "Iran warned that Iran would": a thing to come, by whoever warns
  const own = upos[who] === PRON;
  let future = false;
  for (
    let at = verb + 1;
    at < view.length && sentence[at] === sentence[verb] && !CLAUSE_END.test(lower[at] ?? '');
    at++
  ) {
    if (at < told && FUTURE.test(lower[at] ?? '')) future = true;
    if (SANCTIONS.test(lower[at] ?? '')) return false;
  }
  if (own) return !future;
  // "Washington warned that U.S. support might wane", "that its army would strike": what is theirs to give or do
  if (future)
    for (let at = verb + 1; at <= who; at++)
      if (isOwn(at) || (at < who && upos[at] === PRON && relation[at] === REL['nmod:poss'])) return false;
  // "any ship would be sunk": whoever does as they should not
  if (
    future &&
    passive === who &&
    upos[who] !== PROPN &&
    /^(?:any|all|every|those)$/.test(lower[roles.childBy(who, REL.det)] ?? '')
  )
    return false;
  return true;
}

/** "The UN warned that militiamen were massing", "that it had taken the town": a deed of others or one that is done, and no threat of whoever warns. */
export function isOfOthers({ agents, code, clause }: Coded, warner: number, { cast, match }: Coder): boolean {
  const { view, roles } = match;
  // "warned that it had taken the town": told as done, by whomever
  if (view.relation[clause] === REL.ccomp && isOver(clause, match)) return true;
  const who = cast.at(warner);
  // "warned Norland not to attack": what it is told to do
  if (who < 0 || agents.length === 0 || !DEEDS.has(code.type) || view.relation[clause] !== REL.ccomp) return false;
  return agents.every((token) => {
    if (view.upos[token] === PRON || roles.childBy(token, REL['nmod:poss']) >= 0) return false;
    const doer = cast.at(token);
    if (doer === who) return false;
    const [country, own] = [doer < 0 ? null : cast.countryOf(doer), cast.countryOf(who)];
    if (country !== null && own !== null) return country !== own;
    // "the militia warned that fighters would": of its own kind
    return doer < 0 || cast.sectorOf(doer) === null || cast.sectorOf(doer) !== cast.sectorOf(who);
  });
}
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'MOBILIZE', 'COERCE', 'PROTEST']);

const BEEN: ReadonlySet<string> = new Set(['had', 'has', 'have', 'was', 'were', "'d", '’d', "'ve", '’ve']);

/** Whether a verb with a subject of its own is told as done: "took", "had taken", "was taken", and not "would have taken". */
export function isOver(verb: number, { view, roles }: Pick<Matcher, 'view' | 'roles'>): boolean {
  const { first, next } = roles.children;
  let over = view.tag(verb) === 'VBD';
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number) {
    if (view.tag(child) === 'MD' || view.lower[child] === 'to') return false;
    const helps = view.relation[child] === REL.aux || view.relation[child] === REL['aux:pass'];
    if (helps && view.tag(verb) === 'VBN' && BEEN.has(view.lower[child] ?? '')) over = true;
  }
  return over && Math.max(roles.clauses.subject[verb] ?? -1, roles.clauses.passive[verb] ?? -1) >= 0;
}
