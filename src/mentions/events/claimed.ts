// A verb of claiming with the clause it leads in, the accusation that the two make out: "claimed that Dorvanian troops had shelled the town", "claimed that the thugs were sent by the ministry".
import { PRON, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { ALLEGED } from './plain-operator.ts';
import { NEGATIONS } from './undone.ts';

const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const FORCES = kindBit('forces');
const MEDIA = kindBit('media');
const WRONGS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
/** "Claimed that Dorvanian troops had shelled the town": what a power claims another has done to others is an accusation. */
export function claimedOf(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match, cast } = coder;
  const { agent } = match.roles.rolesOf(verb);
  if (agent < 0 || (match.kinds.of(agent) & PARTY) === 0) return null;
  const own = coder.code(clause, depth + 1);
  const inner = own && WRONGS.has(own.code.type) ? own : null;
  const rigged = !inner && isRigged(match, clause);
  const plotter = rigged || (!inner && PLOTTING.has(match.lemma(clause))) ? plotterOf(match, clause) : -1;
  if (!inner && plotter < 0 && !rigged) return null;
  // "state media claimed": what papers tell accuses nobody
  if ((match.kinds.of(agent) & MEDIA) !== 0) return null;
  // "insisted that his country had not violated it", "claimed that her own troops had struck": of themselves
  if (isDenied(match, clause)) return null;
  const accused = (inner?.agents ?? (plotter < 0 ? [] : [plotter])).filter(
    (one) =>
      match.view.upos[one] !== PRON &&
      (match.kinds.isPower(one) || (match.kinds.of(one) & FORCES) !== 0) &&
      !isTheirs(match, one),
  );
  const byNobody = rigged && plotter < 0;
  if ((accused.length === 0 && !byNobody) || accused.some((one) => cast.at(one) === cast.at(agent))) return null;
  return {
    code: ALLEGED, trigger: verb, clause: verb, agents: [agent], patients: accused, mutual: false, operators: [], consumed: [], entry: ALLEGED, path: 'claim + that',
  }; // biome-ignore format: one record
}

/** What those do who stand behind what others did. */
const PLOTTING: ReadonlySet<string> = new Set(['send', 'pay', 'hire', 'plant', 'bribe', 'orchestrate', 'instigate', 'stage', 'engineer', 'plot', 'mastermind', 'manipulate', 'direct', 'organise', 'organize', 'arm', 'fund', 'finance', 'bankroll']); // biome-ignore format: one table

/** "Claimed that the vote was rigged": a wrong, whoever did it. */
const isRigged = (match: Matcher, clause: number): boolean => {
  const what = match.roles.clauses.passive[clause] ?? -1;
  return what >= 0 && RIGGED.has(match.lemma(clause)) && VOTES.has(match.lemma(what));
};
const RIGGED: ReadonlySet<string> = new Set(['steal', 'rig', 'falsify', 'manipulate']);
const VOTES: ReadonlySet<string> = new Set(['election', 'vote', 'referendum', 'poll', 'ballot', 'result', 'count', 'victory', 'presidency']); // biome-ignore format: one table

/** "Claimed that the thugs were sent by the ministry": whom the passive names; -1 where it names nobody. */
const plotterOf = (match: Matcher, clause: number): number =>
  (match.roles.clauses.passive[clause] ?? -1) < 0 ? -1 : match.roles.rolesOf(clause).agent;

/** "Had not violated". */
const isDenied = ({ roles }: Matcher, clause: number): boolean => roles.isLedBy(clause, REL.advmod, NEGATIONS);

/** "His country", "our troops": of the one who speaks, as like as not. */
const isTheirs = ({ view, roles }: Matcher, noun: number): boolean =>
  view.upos[roles.childBy(noun, REL['nmod:poss'])] === PRON;
