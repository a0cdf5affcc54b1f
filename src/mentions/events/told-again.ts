// Two events of a report in, whether the later is the earlier told a second time in words of another kind out: a charge by who brought it, "the raid" behind troops who raided, "the two leaders discussed".
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { saysOther } from './retold.ts';
import { within } from './same-event.ts';

/** How many sentences behind an event a word with an article points back to it. */
const NEAR = 5;
const THAT: ReadonlySet<string> = new Set(['the', 'this', 'that']);

export function isToldAgain(earlier: Draft, later: Draft, match: Matcher, known: Cast['actors']): boolean {
  if (earlier.status !== 'asserted' || later.status !== 'asserted') return false;
  return (
    isThatDeed(earlier, later, match) ||
    isSameCharge(earlier, later, match, known) ||
    isSamePrize(earlier, later, match) ||
    isSamePair(earlier, later, match)
  );
}

const sentencesBetween = (earlier: Draft, later: Draft, { view }: Matcher): number =>
  (view.sentence[later.coded.trigger] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0);

/** "Troops raided the camp. The raid left three dead": a bare noun for what the verb told, whatever code the two have. */
function isThatDeed(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const [from, at] = [earlier.coded.trigger, later.coded.trigger];
  if (view.upos[at] !== NOUN || view.upos[from] !== VERB || view.tag(at).endsWith('S')) return false;
  if (later.actors.length + later.recipients.length + later.coded.operators.length > 0) return false;
  if (match.verbLemma(from) !== match.lemma(at) || earlier.actors.length + earlier.recipients.length === 0) return false;
  const between = sentencesBetween(earlier, later, match);
  return between > 0 && between <= NEAR && THAT.has(view.lower[roles.childBy(at, REL.det)] ?? '') && roles.childBy(at, REL.amod) < 0 && roles.childBy(at, REL.compound) < 0;
} // biome-ignore format: long conditions

const CHARGING = /^(?:charge|indict|arraign|accuse|allege|face charge|file charge|bring charge)\b/;

/** "Holt was charged with murder. Prosecutors accused Holt of shooting": one person, by nobody who is told and by those who prosecute. */
function isSameCharge(earlier: Draft, later: Draft, match: Matcher, known: Cast['actors']): boolean {
  if (earlier.code.mode !== 'allege' || later.code.mode !== 'allege' || earlier.recipients.length === 0) return false;
  if (earlier.recipients.length !== later.recipients.length || !within(later.recipients, earlier.recipients)) return false;
  if (!later.recipients.every((one) => known[one]?.kind === 'person')) return false;
  const prosecutes = (one: number) => known[one]?.sector === 'JUD' || known[one]?.sector === 'COP' || known[one]?.sector === 'GOV';
  if (![...earlier.actors, ...later.actors].every(prosecutes)) return false;
  if (earlier.actors.length > 0 && later.actors.length > 0) return false;
  const { words: one } = earlier.coded.entry;
  const { words: two } = later.coded.entry;
  if (!CHARGING.test(one) || !CHARGING.test(two) || (/^(?:accuse|allege)/.test(one) && /^(?:accuse|allege)/.test(two))) return false;
  return !saysOther(later.coded.trigger, match);
} // biome-ignore format: long conditions

/** Names of what is taken: "Marenta", and "the town of Marenta". */
function prizes({ coded: { patients } }: Draft, { view, roles }: Matcher): string[] {
  const names: string[] = [];
  const { first, next } = roles.children;
  for (const token of patients) {
    if (view.upos[token] === PROPN) names.push(view.lower[token] ?? '');
    for (let child = first[token] as number; child >= 0; child = next[child] as number)
      if (view.upos[child] === PROPN) names.push(view.lower[child] ?? '');
  }
  return names;
}

/** "The army takes control of Marenta", "the army and its allies took the town of Marenta": one place falls to the same side once. */
function isSamePrize(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.mode !== 'seize' || later.code.mode !== 'seize' || earlier.actors.length === 0) return false;
  if (later.actors.length > 0 && !later.actors.some((one) => earlier.actors.includes(one))) return false;
  if (saysOther(later.coded.trigger, match)) return false;
  const names = prizes(earlier, match);
  const others = prizes(later, match);
  return names.length > 0 && names.length === others.length && names.every((name) => others.includes(name));
}

const PAIR: ReadonlySet<string> = new Set(['leader', 'minister', 'president', 'premier', 'side', 'official', 'man', 'politician', 'diplomat', 'envoy', 'chief', 'delegation']); // biome-ignore format: one table
const TALKING: ReadonlySet<string> = new Set(['meet', 'discuss', 'speak', 'talk', 'confer', 'hold']);

/** "Holt and Kern discussed trade. The two leaders discussed farming": the talk told before, of those who had it. */
function isSamePair(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== 'CONSULT' || later.code.type !== 'CONSULT' || earlier.actors.length < 2) return false;
  const { view, roles } = match;
  const [who, more] = later.coded.agents;
  if (who === undefined || more !== undefined || later.coded.patients.length > 0 || later.recipients.length > 0) return false;
  const between = sentencesBetween(earlier, later, match);
  if (between < 0 || between > NEAR || later.actors.some((one) => earlier.actors.includes(one))) return false;
  if (!TALKING.has(match.verbLemma(later.coded.trigger)) || !TALKING.has(match.verbLemma(earlier.coded.trigger))) return false;
  const counted = view.lower[roles.childBy(who, REL.nummod)];
  if (!PAIR.has(match.lemma(who)) || !view.tag(who).endsWith('S') || !(counted === 'two' || counted === '2')) return false;
  return THAT.has(view.lower[roles.childBy(who, REL.det)] ?? '') && earlier.actors.length === 2 && !saysOther(later.coded.trigger, match);
} // biome-ignore format: long conditions
