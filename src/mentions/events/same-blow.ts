// Two events of a report in, whether the later is the earlier by its name out: "the airstrike" told before, "the Lintz embassy bombing", an offensive begun on the same day.
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindBit } from './kinds.ts';
import { isInLead } from './lead.ts';
import type { Matcher } from './match.ts';
import { agree, isAnother, OTHER, type Whereabouts } from './same-event.ts';

/** How many sentences behind it "the strike" is the one told before. */
const NEAR = 6;
const POINTING: ReadonlySet<string> = new Set(['the', 'this', 'that']);

/** `sideOf`: the country that somebody is of; null for none or unknown. */
export function isSameBlow(earlier: Draft, later: Draft, match: Matcher, at: Whereabouts, sideOf: (actor: number) => string | null): boolean {
  if (earlier.code.type !== later.code.type || earlier.status !== 'asserted' || later.status !== 'asserted') return false;
  if (hasName(earlier, later, match)) return true;
  if (later.code.type !== 'ASSAULT') return false;
  return isTheOne(earlier, later, match, sideOf) || isDatedAlike(earlier, later, match, at) || isHeadlined(earlier, later, match, at) || isStruckAbove(earlier, later, match, sideOf) || isThere(earlier, later, match, at);
} // biome-ignore format: long signature

/** "The Lintz embassy bombing" twice: the same noun behind the same words. */
function hasName(earlier: Draft, later: Draft, match: Matcher): boolean {
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (match.view.upos[a] !== NOUN || match.view.upos[b] !== NOUN || match.lemma(a) !== match.lemma(b)) return false;
  const name = beforeOf(b, match);
  return name !== '' && name === beforeOf(a, match);
}

/** The compounds before a noun as one string, where a name is among them and the noun has "the"; '' for none. */
function beforeOf(noun: number, { view, roles }: Matcher): string {
  let words = '';
  let named = false;
  if (!POINTING.has(view.lower[roles.childBy(noun, REL.det)] ?? '')) return '';
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    if (view.relation[child] !== REL.compound) continue;
    if (view.upos[child] === PROPN) named = true;
    words += `${view.lower[child]} `;
  }
  return named ? words : '';
}

/** "The airstrike", "was also killed in the airstrike": one that was told before, by the same side. */
function isTheOne(earlier: Draft, later: Draft, match: Matcher, sideOf: (actor: number) => string | null): boolean {
  const { view, roles } = match;
  const { trigger, patients } = later.coded;
  const told = earlier.coded.trigger;
  if (view.upos[trigger] !== NOUN || view.tag(trigger).endsWith('S')) return false;
  if (!POINTING.has(view.lower[roles.childBy(trigger, REL.det)] ?? '')) return false;
  if ((view.sentence[trigger] ?? 0) - (view.sentence[told] ?? 0) > NEAR) return false;
  const lemma = match.lemma(trigger);
  const nouns = [told, ...earlier.coded.consumed, ...earlier.coded.agents, ...earlier.others].filter((token) => view.upos[token] === NOUN);
  if (!nouns.some((token) => match.lemma(token) === lemma && !view.tag(token).endsWith('S'))) return false;
  // "an attack killed dozens. The attack on the town of Velmar": where it was, told of the one that had no place yet
  const near = (view.sentence[trigger] ?? 0) - (view.sentence[told] ?? 0) < 2;
  const placed = near && earlier.coded.patients.every((token) => !isPlace(token, match)) && patients.every((token) => isPlace(token, match));
  // "the strike on Velmar", "the second strike"
  if (!placed && patients.some((token) => token > trigger && view.head[token] === trigger && roles.caseOf(token) !== 'at')) return false;
  const { first, next } = roles.children;
  for (let child = first[trigger] as number; child >= 0 && child < trigger; child = next[child] as number)
    if (OTHER.has(view.lower[child] ?? '')) return false;
  const sides = earlier.actors.map(sideOf);
  return later.actors.every((one) => earlier.actors.includes(one) || (sideOf(one) !== null && sides.includes(sideOf(one))));
} // biome-ignore format: long conditions

/** "Three killed in rocket attacks in Velmar", "Rocket attacks on Velmar on Sunday killed three": a headline and its lead, of nobody known. */
function isHeadlined(earlier: Draft, later: Draft, { view }: Matcher, at: Whereabouts): boolean {
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (view.sentence[a] !== 0 || !isInLead(b, view) || view.upos[a] !== NOUN || view.upos[b] !== NOUN) return false;
  if (earlier.actors.length + later.actors.length + later.recipients.length > 0) return false;
  const [one, two] = [at(earlier).place, at(later).place];
  return earlier.coded.entry.words === later.coded.entry.words && one !== null && one === two;
}

const STRIKING: ReadonlySet<string> = new Set([
  'hit',
  'strike',
  'pound',
  'bombard',
  'hammer',
  'slam',
  'rock',
  'rip',
  'tear',
  'blast',
  'target',
  'kill',
  'wound',
  'injure',
]);

/** "Missiles hit a port", "Dorvanian missiles struck the terminal of Averin": a headline and its lead, of the same weapons, and nobody in the one is against the other. */
function isStruckAbove(
  earlier: Draft,
  later: Draft,
  match: Matcher,
  sideOf: (actor: number) => string | null,
): boolean {
  const { view, roles } = match;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (view.sentence[a] !== 0 || !isInLead(b, view) || view.upos[a] !== VERB || view.upos[b] !== VERB) return false;
  if (!STRIKING.has(match.verbLemma(a)) || !STRIKING.has(match.verbLemma(b)) || isAnother(later, match)) return false;
  const [one, two] = [a, b].map((verb) => roles.clauses.subject[verb] ?? -1);
  if (one === undefined || two === undefined || one < 0 || two < 0) return false;
  if (match.lemma(one) !== match.lemma(two) || (match.kinds.of(one) & WEAPON) === 0) return false;
  // of a town that no list knows nobody can tell whose it is
  const unplaced = later.recipients.every((one) => sideOf(one) === null);
  return agree(earlier.actors, later.actors) && (unplaced || agree(earlier.recipients, later.recipients));
}

/** "Shelling hit a school in Velmar", "a shell fired by troops hit the school in Velmar": the same word of the same town, one behind the other. */
function isThere(earlier: Draft, later: Draft, match: Matcher, at: Whereabouts): boolean {
  const { view } = match;
  if ((view.sentence[later.coded.trigger] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) !== 1) return false;
  if (!agree(earlier.actors, later.actors) || isAnother(later, match)) return false;
  const words = [earlier.coded.trigger, ...earlier.others].filter((token) => view.upos[token] === VERB).map((token) => match.verbLemma(token));
  if (![later.coded.trigger, ...later.others].some((token) => view.upos[token] === VERB && words.includes(match.verbLemma(token)))) return false;
  const objects = (draft: Draft) => [draft.coded.trigger, ...draft.others].map((token) => match.roles.clauses.object[token] ?? -1).filter((token) => token >= 0);
  const [one, two] = [objects(earlier), objects(later)];
  const named = (tokens: readonly number[]) => tokens.flatMap((token) => [match.lemma(token), match.lemma(match.roles.obliqueOf(token, 'of') >= 0 ? match.roles.obliqueOf(token, 'of') : token)]);
  if (!named(two).some((lemma) => named(one).includes(lemma))) return false;
  const [here, there] = [at(earlier).place, at(later).place];
  return here !== null && here === there;
} // biome-ignore format: long conditions

const WEAPON = kindBit('weapon');
const PLACE = kindBit('place') | kindBit('state');
const isPlace = (token: number, { kinds }: Matcher): boolean => (kinds.of(token) & PLACE) !== 0 || kinds.isState(token);

/** "Began an offensive on Wednesday", "on Wednesday it began an offensive with airstrikes": the same word of the same side on the same day, against nobody new. */
function isDatedAlike(earlier: Draft, later: Draft, match: Matcher, at: Whereabouts): boolean {
  if (later.actors.length === 0 || !later.actors.every((one) => earlier.actors.includes(one))) return false;
  if (later.recipients.length > 0 || later.coded.entry.words.split(' ').at(-1) !== earlier.coded.entry.words.split(' ').at(-1)) return false;
  if (later.coded.patients.some((token) => match.view.relation[token] === REL.obj || isPlace(token, match))) return false;
  const [one, two] = [at(earlier).time, at(later).time];
  return one !== null && two !== null && one.value === two.value && !/REF/.test(one.value);
} // biome-ignore format: long conditions
