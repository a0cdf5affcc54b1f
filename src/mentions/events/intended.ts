// A noun of meaning to do something in, whether somebody tells it of themselves and who they are out: "announced their intention to withdraw".
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';

const INTENTIONS: ReadonlySet<string> = new Set([
  'intention', 'intentions', 'intent', 'plan', 'plans', 'decision', 'readiness', 'willingness', 'commitment', 'determination',
]); // biome-ignore format: one table
const DECLARING: ReadonlySet<string> = new Set([
  'announce', 'declare', 'state', 'express', 'confirm', 'reveal', 'unveil', 'signal', 'affirm', 'reaffirm',
  // "are developing plans to attack": whose plans they are
  'develop', 'make', 'draw', 'hatch', 'prepare', 'devise', 'lay', 'finalise', 'finalize', 'outline', 'have',
]); // biome-ignore format: one table

/** The verb by which somebody tells what they mean to do; -1 where the noun is no object of such a verb. */
export function declaringVerb(noun: number, view: TokenView, lemma: (token: number) => string): number {
  if (view.upos[noun] !== NOUN || !INTENTIONS.has(view.lower[noun] ?? '')) return -1;
  const link = view.relation[noun];
  const verb = link === REL.obj || link === REL['nsubj:pass'] ? (view.head[noun] ?? -1) : -1;
  return verb >= 0 && view.upos[verb] === VERB && DECLARING.has(lemma(verb)) ? verb : -1;
}

/** Whether an infinitive says what the verb above announces: "announced their decision to lift the ban", as parsers hang it. */
export function isMeant(verb: number, view: TokenView, object: number, lemma: (token: number) => string): boolean {
  return object >= 0 && object < verb && declaringVerb(object, view, lemma) === view.head[verb];
}
