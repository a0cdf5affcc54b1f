// A verb or noun in, the infinitives that say what is wanted or promised with it out.
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const SEEING: ReadonlySet<string> = new Set(['see', 'have', 'get', 'make', 'let']);

/** "The desire to see both sides take steps": those of whom something is wanted. */
export function wished({ roles, view }: Matcher, noun: number): number[] {
  for (let child = roles.children.first[noun] as number; child >= 0; child = roles.children.next[child] as number) {
    if (child < noun || view.relation[child] !== REL.acl || view.upos[child] !== VERB) continue;
    if (!SEEING.has(view.lower[child] ?? '')) continue;
    const object = roles.clauses.object[child] ?? -1;
    if (object >= 0) return [object];
    const clause = roles.clauses.complement[child] ?? roles.clauses.open[child] ?? -1;
    const subject = clause < 0 ? -1 : (roles.clauses.subject[clause] ?? -1);
    if (subject >= 0) return [subject];
  }
  return [];
}

/** Nobody is told in "a call for restraint"; those told otherwise, and what the words behind the noun lead to. */
export interface Told {
  readonly told: readonly number[];
  readonly behind: readonly number[];
  /** What they are to do, where an infinitive says so; -1 otherwise. */
  readonly deed: number;
}

/** "A call for Holt to step aside", "a plea to the world to act", "the call that both sides respect it": null where nothing is asked. */
export function asked({ roles, view, kinds }: Matcher, noun: number): Told | null {
  const led = roles.obliqueOf(noun, 'for');
  if (led >= 0) {
    const toAct = view.lower[led + 1] === 'to' && view.upos[led + 2] === VERB;
    return { told: toAct ? [led] : [], behind: [led], deed: -1 };
  }
  for (const preposition of ['to', 'on', 'upon']) {
    const whom = roles.obliqueOf(noun, preposition);
    // "a call to her son to ask": only who can be asked for something in public
    const deed = whom > noun && (kinds.of(whom) & PUBLIC) !== 0 ? infinitiveBehind(whom, view) : -1;
    if (deed >= 0) return { told: [whom], behind: [whom], deed };
  }
  if (view.lower[noun + 1] !== 'that') return null;
  for (let child = roles.children.first[noun] as number; child >= 0; child = roles.children.next[child] as number) {
    const link = view.relation[child];
    if (child < noun || (link !== REL.acl && link !== REL.ccomp && link !== REL['acl:relcl'])) continue;
    const subject = roles.clauses.subject[child] ?? -1;
    if (subject > noun + 1) return { told: [subject], behind: [subject], deed: -1 };
    // "the request that the boy be returned": by whom nobody says
    const undergoing = roles.clauses.passive[child] ?? -1;
    if (undergoing > noun + 1) return { told: [], behind: [undergoing], deed: -1 };
  }
  return null;
}

const PUBLIC = kindMask('power') | kindMask('state') | kindMask('body') | kindMask('forces');

/** How far behind those told the infinitive stands: "to the leaders of both sides to act". */
const NEAR = 8;

function infinitiveBehind(noun: number, { lower, upos, sentence, tag }: TokenView): number {
  for (let at = noun + 1; at < noun + NEAR && sentence[at] === sentence[noun]; at++) {
    if (lower[at] === 'to' && upos[at + 1] === VERB && tag(at + 1) === 'VB') return at + 1;
    if (upos[at] === VERB || lower[at] === '.' || lower[at] === ';') return -1;
  }
  return -1;
}

/** "Offered to send troops to help Velmar": what a deed that is none of the lists' is promised for. */
export function purposeOf(coder: Coder, verb: number, depth: number): Coded | null {
  const { view, roles } = coder.match;
  if (view.upos[verb] !== VERB) return null;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.relation[child] === REL.advcl && isAsked(child, view)) {
      const inner = coder.code(child, depth + 1);
      if (inner && (inner.code.type === 'AID' || inner.code.type === 'CONSULT')) return inner;
    }
  return null;
}

/** Whether a word is an infinitive with "to". */
export function isAsked(token: number, { upos, lower }: TokenView): boolean {
  if (upos[token] !== VERB) return false;
  return lower[token - 1] === 'to' || (lower[token - 2] === 'to' && upos[token - 1] !== NOUN);
}
