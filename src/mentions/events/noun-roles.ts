// A noun that names an event in, the tokens of its parties out: "the Dorvanian strikes on Velmar", "talks between A and B".
import { eachChild } from '../../grammar/tree.ts';
import { ADJ, ADP, PROPN, PUNCT, REL, VERB } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';
import type { Entry } from './entries.ts';
import type { EventType } from './event.ts';

/** "the bombing of Velmar": what "of" leads was bombed; with other nouns, "the protest of miners", it acts. */
const OF_PATIENT: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'ACCUSE',
  'SUPPORT',
  'REJECT',
  'AID',
]);
const TOWARD: ReadonlySet<string> = new Set([
  'on',
  'against',
  'at',
  'to',
  'toward',
  'towards',
  'upon',
  'over',
  'into',
  'for',
]);

export interface NounRoles {
  readonly agents: number[];
  readonly patients: number[];
}

export function nounRoles(coder: Coder, noun: number, entry: Entry): NounRoles {
  const { view, roles, kinds } = coder.match;
  const agents: number[] = [];
  const patients: number[] = [];
  const mutual = entry.frame === 'mutual';
  const actor = (token: number) => coder.isActor(token);
  const demand = entry.needs.find((need) => need.of === 'target' && !need.not);
  eachChild(coder.match.parsed, noun, (child) => {
    const relation = view.relation[child];
    if (relation === REL['nmod:poss']) agents.push(child);
    else if (
      (relation === REL.amod ||
        relation === REL.compound ||
        (relation === REL.nmod && child < noun && roles.caseOf(child) === '')) &&
      child < noun
    ) {
      if (view.upos[child] === ADJ || view.upos[child] === PROPN || actor(child)) {
        if (actor(child)) {
          const lemma = coder.match.lemma(child);
          // "hostage release", "hospital bombing": what it was done to, where the noun names no one who acts
          if (relation === REL.compound && view.upos[child] !== PROPN && entry.type !== 'PROTEST' && PASSIVE.has(lemma))
            patients.push(child);
          else agents.push(child);
        }
      } else if (relation === REL.compound && demand && (kinds.of(child) & demand.mask) !== 0) patients.push(child);
    }
  });
  // Phrases behind the noun are read along the text: parsers hang them from the wrong word more often than not.
  let at = noun + 1;
  for (let phrases = 0; phrases < 3 && at < view.length; phrases++) {
    while (at < view.length && view.sentence[at] === view.sentence[noun] && view.upos[at] !== ADP) {
      const upos = view.upos[at];
      if (upos === PUNCT || upos === VERB) return { agents, patients };
      at++;
    }
    if (at >= view.length || view.sentence[at] !== view.sentence[noun]) break;
    const preposition = view.lower[at] ?? '';
    const led = nounAfter(coder, at, noun);
    if (led < 0) break;
    if (mutual) {
      if (
        preposition === 'between' ||
        preposition === 'with' ||
        preposition === 'by' ||
        (preposition === 'of' && actor(led))
      )
        agents.push(led);
    } else if (preposition === 'by') agents.push(led);
    else if (preposition === 'from') (entry.type === 'RETREAT' ? patients : agents).push(led);
    else if (preposition === 'of') {
      const done =
        entry.frame === 'done' ||
        (entry.frame === 'directed' && (OF_PATIENT.has(entry.type) || entry.mode === 'release'));
      (done ? patients : agents).push(led);
    } else if (preposition === 'with' && entry.type !== 'REQUEST') patients.push(led);
    else if (TOWARD.has(preposition) && !(preposition === 'for' && entry.type === 'ASSAULT')) patients.push(led);
    at = Math.max(at + 1, led + 1);
  }
  return { agents, patients };
}

/** People to whom things are done. */
const PASSIVE: ReadonlySet<string> = new Set([
  'hostage',
  'prisoner',
  'detainee',
  'civilian',
  'captive',
  'refugee',
  'child',
  'student',
  'tourist',
  'inmate',
  'migrant',
  'journalist',
  'villager',
  'aid',
]);

/** The head of the phrase that a preposition opens; -1 when none is near. */
function nounAfter(coder: Coder, preposition: number, noun: number): number {
  const { view } = coder.match;
  const head = view.head[preposition] ?? -1;
  if (head > preposition && head <= preposition + 8 && view.relation[preposition] === REL.case) return head;
  for (let at = preposition + 1; at <= preposition + 6 && at < view.length; at++) {
    if (view.sentence[at] !== view.sentence[noun] || view.upos[at] === VERB || view.upos[at] === PUNCT) return -1;
    if (coder.isActor(at)) return at;
  }
  return -1;
}
