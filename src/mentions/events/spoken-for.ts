// "It" or "they" and the one who says the clause in, the words of the body that an official speaks for out: "a spokesman for the army said it had".
import { ADJ, NOUN, PRON, PROPN, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

/** Pronouns of a body or of several, and of no one being. */
export const BODIES: ReadonlySet<string> = new Set(['it', 'they']);
const LEADING = ['for', 'of', 'from', 'at', 'with'] as const;
/** Words before an official in which whose he is stands. */
const BACK = 6;

export interface SpokenFor {
  /** A noun behind "for" or "of"; -1 for none. */
  readonly led: number;
  /** Words before the official that may name the body, the nearest first. */
  readonly before: readonly number[];
}

/** Null where the pronoun is that of one being. `sayer` heads the words of who speaks, `from` is their first token. */
export function spokenFor(
  pronoun: number,
  sayer: number,
  from: number,
  view: TokenView,
  roles: Pick<RoleReader, 'obliqueOf'>,
): SpokenFor | null {
  const { lower, upos, sentence } = view;
  // "we", of a spokesman: whom he speaks for
  let voice = false;
  if (lower[pronoun] === 'we') for (let at = from; at <= sayer; at++) voice ||= /^spokes/.test(lower[at] ?? '');
  if ((!BODIES.has(lower[pronoun] ?? '') && !voice) || view.tag(sayer).endsWith('S')) return null;
  let led = -1;
  for (const preposition of LEADING) if (led < 0) led = roles.obliqueOf(sayer, preposition);
  const before: number[] = [];
  for (let at = sayer - 1; at >= Math.min(from, sayer - 1) && at > sayer - BACK; at--) {
    if (sentence[at] !== sentence[sayer]) break;
    if (upos[at] === NOUN || upos[at] === PROPN || upos[at] === ADJ) before.push(at);
    else if (lower[at] !== "'s" && lower[at] !== '’s') break;
  }
  return upos[led] === PRON ? { led: -1, before } : { led, before };
}
