// What a power says must stop in, the demand that it is out: "said the violence must end", "said the siege must be lifted".
import { NOUN } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';

const ENDING: ReadonlySet<string> = new Set(['stop', 'end', 'cease', 'halt', 'lift']);
/** What goes on until it is ended, whoever does it. */
const GOING_ON: ReadonlySet<string> = new Set([
  'violence', 'bloodshed', 'fighting', 'killing', 'killings', 'war', 'hostilities', 'attacks', 'aggression', 'siege', 'blockade', 'bombing', 'bombardment', 'shelling', 'occupation', 'crackdown', 'repression', 'airstrikes',
]); // biome-ignore format: one table
const ENDED = plainEntry('REQUEST', 'yield', '105', { words: 'call for end' });

/** Null where nothing that people do to each other is to end, or those who say so hold no power. */
export function mustEnd(coder: Coder, verb: number, clause: number, modal: number, agent: number, what: number, depth: number): Coded | null {
  const { match, cast } = coder;
  const { view, kinds } = match;
  if (modal < 0 || !/^(?:must|should)$/.test(view.lower[modal] ?? '') || !ENDING.has(match.lemma(clause))) return null;
  if (view.upos[what] !== NOUN || !kinds.isPower(agent)) return null;
  // "must not stop"
  if (view.lower[modal + 1] === 'not' || view.lower[modal + 1] === "n't" || view.lower[modal + 1] === 'never') return null;
  const inner = coder.code(what, depth + 1);
  // "the strikes must end": of those who work, as often
  if (!GOING_ON.has(view.lower[what] ?? '') && !(view.lower[what] === 'strikes' && (inner?.agents.length ?? 0) > 0)) return null;
  const patients = (inner?.agents ?? []).filter((one) => cast.at(one) < 0 || cast.at(one) !== cast.at(agent));
  return {
    code: ENDED, trigger: modal, clause: verb, agents: [agent], patients, mutual: false, operators: [], consumed: inner ? [inner.trigger, ...inner.consumed] : [], entry: ENDED, path: 'say + must end',
  };
} // biome-ignore format: long conditions
