// A noun for help in, the token of those whom it reached out: "Dorvanian aid arrived in Velmar", "relief flights landed in Velmar".
import { PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** How help gets to a place: by which preposition it is led, '' for an object. */
const ARRIVING: Readonly<Record<string, readonly string[]>> = {
  arrive: ['in', 'at'], reach: [''], enter: ['', 'into'], land: ['in', 'at'], flow: ['to', 'into'], come: ['to', 'into'], get: ['to', 'into'], go: ['to', 'into'],
  pour: ['into'], head: ['to', 'for'], roll: ['into'], cross: ['into'], help: [''],
}; // biome-ignore format: one table

/** Those whom the help that a noun names came to by the verb that it is the subject of; -1 for nobody. */
export function arrivedAt(match: Matcher, noun: number): number {
  const { view, roles, kinds } = match;
  const subject = view.relation[noun] === REL.nsubj || view.relation[noun] === REL['nsubj:pass'];
  const verb = subject ? (view.head[noun] ?? -1) : -1;
  // "flights landed": taken for a participle without an auxiliary
  if (verb < 0 || view.upos[verb] !== VERB || roles.childBy(verb, REL['aux:pass']) >= 0) return -1;
  for (const preposition of ARRIVING[match.lemma(verb)] ?? []) {
    const led = preposition === '' ? (roles.clauses.object[verb] ?? -1) : roles.obliqueOf(verb, preposition);
    if (led >= 0 && (view.upos[led] === PROPN || kinds.isPower(led))) return led;
  }
  return -1;
} // biome-ignore format: one line each
