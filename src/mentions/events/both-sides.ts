// A verb of which a meeting or a fight is the subject in, those between whom it is told to be out: "broke out between the army and the rebels".
import { ADJ, ADP, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Entry } from './entries.ts';
import type { EventType } from './event.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { DAYS, isDay } from './role-words.ts';

/** What a thing that happens does of itself. */
const HAPPENING: ReadonlySet<string> = new Set([
  'break', 'erupt', 'flare', 'rage', 'continue', 'resume', 'begin', 'start', 'open', 'restart', 'intensify', 'escalate', 'occur', 'happen', 'take', 'ensue', 'persist', 'follow', 'come', 'go', 'end',
]); // biome-ignore format: one table
/** A battle may be one of firms. */
const FIGHTS: ReadonlySet<string> = new Set(['clash', 'clashes', 'fighting', 'infighting', 'skirmish', 'skirmishes']);
const BETWEEN: ReadonlySet<EventType> = new Set(['ASSAULT', 'PROTEST', 'RETREAT', 'COOPERATE', 'CONSULT', 'AGREE']);
const ANYBODY = kindMask('party') | kindBit('person') | kindBit('forces') | kindBit('actor');
/** How many words behind the verb "between" may stand, and how long what it leads may be. */
const FAR = 10;
const LONG = 9;

/** Both sides of the first "between" behind a verb, as the words stand: parsers hang it from any noun before it. */
export function sidesOf({ view }: Matcher, verb: number): number[] {
  const { lower, upos, sentence, length } = view;
  let at = verb + 1;
  while (at < length && at < verb + FAR && sentence[at] === sentence[verb] && lower[at] !== 'between') {
    if (upos[at] === VERB || lower[at] === ',' || lower[at] === ';') return [];
    at++;
  }
  if (lower[at] !== 'between' || sentence[at] !== sentence[verb]) return [];
  const sides: number[] = [];
  let last = -1;
  for (let word = at + 1; word < length && word <= at + LONG && sentence[word] === sentence[verb]; word++) {
    const pos = upos[word];
    if (lower[word] === 'and') {
      if (last < 0 || sides.length > 0) break;
      sides.push(last);
      last = -1;
    } else if (pos === NOUN || pos === PROPN) last = DAYS.has(lower[word] ?? '') ? last : word;
    // "between Dorvanian and Velmar officials": a people before "and" stands for its officials
    else if (pos === ADJ && lower[word + 1] === 'and') last = word;
    else if (last >= 0 && (pos === ADP || pos === VERB || pos === NUM)) break;
    else if (pos === VERB) return [];
  }
  if (last >= 0) sides.push(last);
  // two quantities or two dates are no sides
  return sides.every((one) => upos[one] === NUM) ? [] : sides;
}

/**
 * "Clashes broke out between the army and the rebels", "talks resumed with them", "an attack took place on a base": adds
 * those whom the verb leads to that the noun is the subject of. For nouns that themselves name nobody.
 */
export function happenedTo(match: Matcher, noun: number, entry: Entry, agents: number[], patients: number[]): void {
  const { view, roles } = match;
  if (!BETWEEN.has(entry.type)) return;
  const own = happeningOf(noun, match);
  const pitting = FIGHTS.has(match.view.lower[noun] ?? '') ? pittingOf(noun, own, match) : -1;
  if (pitting >= 0) {
    agents.push(...pitted(pitting, match));
    return;
  }
  const verb = own < 0 ? relativeOf(noun, match) : own;
  if (verb < 0) return;
  const happens = HAPPENING.has(match.lemma(verb));
  const relation = view.relation[noun];
  if (own >= 0 && !happens && relation !== REL.nsubj && relation !== REL['nsubj:pass']) return;
  agents.push(...sidesOf(match, verb));
  if (agents.length > 0 || !happens) return;
  if (entry.frame === 'mutual') {
    const other = roles.obliqueOf(verb, 'with');
    // "opened with an exchange of lists": how, and not with whom
    if (other >= 0 && (view.upos[other] !== NOUN || (match.kinds.of(other) & ANYBODY) !== 0)) agents.push(other);
    return;
  }
  if (entry.type !== 'ASSAULT' && entry.type !== 'PROTEST') return;
  const against = roles.obliqueOf(verb, 'against');
  const on = against < 0 && entry.type === 'ASSAULT' ? roles.obliqueOf(verb, 'on') : against;
  // "explosions occurred on Holt Street": where
  if (on >= 0 && !isDay(on, view) && (view.upos[on] === NOUN || match.kinds.isState(on))) patients.push(on);
}

/** The verb that a noun is the subject of, or the one right behind it that the parser took for a participle; -1 for none. */
export function happeningOf(noun: number, { view }: Matcher): number {
  const up = view.head[noun] ?? -1;
  const relation = view.relation[noun];
  if (up > noun && view.upos[up] === VERB && (relation === REL.nsubj || relation === REL['nsubj:pass'])) return up;
  const next = noun + 1;
  if (view.upos[next] !== VERB || view.sentence[next] !== view.sentence[noun]) return -1;
  const tag = view.tag(next);
  if (tag !== 'VBD' && tag !== 'VBN') return -1;
  return up === next || (view.head[next] === noun && view.relation[next] === REL.acl) ? next : -1;
}

/** "The clashes pitted rebels", "fighting pitting rebels", "a battle that pits rebels": the verb; -1 for none. */
function pittingOf(noun: number, own: number, match: Matcher): number {
  const { roles, view } = match;
  for (const verb of [own, roles.childBy(noun, REL.acl), roles.childBy(noun, REL['acl:relcl'])])
    if (verb > noun && view.upos[verb] === VERB && match.lemma(verb) === 'pit') return verb;
  return -1;
}

/** "Pitted the army against the rebels": both; empty where one of them is not told. */
function pitted(verb: number, { roles }: Matcher): readonly number[] {
  const one = roles.clauses.object[verb] ?? -1;
  const hung = roles.obliqueOf(verb, 'against');
  const other = hung >= 0 || one < 0 ? hung : roles.obliqueOf(one, 'against');
  return one >= 0 && other >= 0 ? [one, other] : [];
}

/** "The clashes that erupted with the army": the verb of what is told of the noun right behind it; -1 for none. */
function relativeOf(noun: number, match: Matcher): number {
  const { view, roles } = match;
  const word = view.lower[noun + 1];
  if (word !== 'that' && word !== 'which') return -1;
  const verb = roles.childBy(noun, REL['acl:relcl']);
  return verb > noun && verb <= noun + 4 && HAPPENING.has(match.lemma(verb)) ? verb : -1;
}
