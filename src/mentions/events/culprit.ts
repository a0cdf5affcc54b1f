// A noun for a crime in, the token of the one who is punished for it out: "jailed for the murder of".
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const PERSON = kindBit('person');
const FORCES = kindBit('forces');
/** What is done to those whose deed it was, with the word that leads to the deed: who is only charged with it may not have done it. */
const FOR: ReadonlySet<string> = new Set(['for', 'of', 'over', 'with']);
const PUNISHED: ReadonlySet<string> = new Set([
  'jail', 'imprison', 'sentence', 'convict', 'hang', 'behead', 'court-martial',
]); // biome-ignore format: one table
/** What is done in a raid by those whose raid it is. */
const MEANWHILE: ReadonlySet<string> = new Set([
  'rescue', 'free', 'liberate', 'release', 'recover', 'capture', 'seize', 'arrest', 'detain', 'destroy', 'kill', 'wound', 'abduct', 'kidnap',
]); // biome-ignore format: one table
/** What one is who did it: a suspect may not have. */
const CULPRITS = /^(?:culprits?|perpetrators?|mastermind|ringleaders?|gunm[ae]n|attackers?|killers?|assailants?)$/;
/** What one does by a blow of one's own. */
const HITTING_BACK: ReadonlySet<string> = new Set(['respond', 'retaliate', 'reply', 'answer', 'react', 'follow']);
const BACK: ReadonlySet<string> = new Set(['hit', 'strike', 'fight', 'fire', 'lash']);

/** "Hit back with air strikes", "responded with shelling": who did; -1 for nobody. */
export function answeredBy(noun: number, { view, roles }: Matcher): number {
  const verb = view.head[noun] ?? -1;
  if (verb < 0 || verb > noun || view.relation[noun] !== REL.obl || roles.caseOf(noun) !== 'with') return -1;
  const lemma = view.parsed.words.lemma(verb);
  if (!HITTING_BACK.has(lemma) && !(BACK.has(lemma) && view.lower[verb + 1] === 'back')) return -1;
  const { agent, passive } = roles.rolesOf(verb);
  return passive ? -1 : agent;
}

/** -1 where the words beside it name nobody. */
export function culprit(noun: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  const up = view.head[noun] ?? -1;
  if (up < 0 || up > noun || view.sentence[up] !== view.sentence[noun]) return -1;
  const led = roles.caseOf(noun);
  const isSomebody = (token: number) =>
    token >= 0 && (view.upos[token] === PROPN || view.upos[token] === PRON || (view.upos[token] === NOUN && (kinds.of(token) & (PERSON | FORCES)) !== 0));
  if (view.relation[noun] === REL.nmod && CULPRITS.test(view.lower[up] ?? '')) {
    // "searched for a suspect in the bombing": nobody knows whom
    const name = view.relation[up] === REL.appos ? (view.head[up] ?? -1) : roles.childBy(up, REL.appos);
    return led === 'in' && name >= 0 && view.upos[name] === PROPN ? up : -1;
  }
  if (view.relation[noun] !== REL.obl || view.upos[up] !== VERB) return -1;
  const lemma = match.lemma(up);
  // "was rescued by soldiers in a raid on a camp": theirs who did it
  if (led === 'in' && MEANWHILE.has(lemma) && /^an?$/.test(view.lower[roles.childBy(noun, REL.det)] ?? '')) {
    const { agent } = roles.rolesOf(up);
    return isSomebody(agent) ? agent : -1;
  }
  if (!PUNISHED.has(lemma) || !FOR.has(led)) return -1;
  // "has not been charged with"
  if (roles.childBy(up, REL.advmod) >= 0 && /^(?:not|never|n't|n’t)$/.test(view.lower[roles.childBy(up, REL.advmod)] ?? '')) return -1;
  const { patient } = roles.rolesOf(up);
  return isSomebody(patient) && patient < noun ? patient : -1;
} // biome-ignore format: long conditions
