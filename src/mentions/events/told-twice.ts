// Two events of a report in, whether the later is the earlier told once more out: as many of the same, a headline and its first sentence, what was no more denied, a paper by its noun, a death.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { isInLead } from './lead.ts';
import type { Matcher } from './match.ts';
import { clash, figure, placesBehind, saysOther } from './retold.ts';
import { isDowned, within } from './same-event.ts';

/** What is done to so many at one time. */
const DONE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'SANCTION']);
const KILLING =
  /^(?:kill|killed|killing|assassinated?|assassination|execut(?:e|ed|ion)|murder|murdered|slain|slay|slaying|death|dead)$/;
const SELF = /^(?:him|her|them|it)?sel(?:f|ves)$/;
/** How many sentences on the same is still denied, and those who met are still "the two". */
const NEAR = 4;

export function isToldTwice(earlier: Draft, later: Draft, match: Matcher, known: Cast['actors']): boolean {
  if (earlier.code.type !== later.code.type || isDowned(earlier, match) !== isDowned(later, match)) return false;
  if (earlier.code.mode !== null && later.code.mode !== null && earlier.code.mode !== later.code.mode) return false;
  return (
    isStillDenied(earlier, later, match) ||
    (earlier.status === 'asserted' &&
      later.status === 'asserted' &&
      (isAsMany(earlier, later, match) ||
        isHeadline(earlier, later, match, known) ||
        isThatPaper(earlier, later, match) ||
        isSameInTwo(earlier, later, match) ||
        isOrderTo(earlier, later, match) ||
        isThatArrest(earlier, later, match) ||
        isDeath(earlier, later, match, known)) &&
      !saysOther(later.coded.trigger, match))
  );
}

/** "I put no pressure on them. I did not put any pressure on them": the same words, once more with "not". */
function isStillDenied(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.status !== 'negated' || later.status !== 'negated' || earlier.actors.length === 0) return false;
  const { sentence } = match.view;
  const [a, b] = [earlier.coded, later.coded];
  return (
    a.entry === b.entry &&
    (sentence[b.trigger] ?? 0) - (sentence[a.trigger] ?? 0) <= NEAR &&
    areSame(earlier.actors, later.actors) &&
    areSame(earlier.recipients, later.recipients) &&
    areAlike(a.patients, b.patients, (token) => match.view.lower[token] ?? '')
  );
}

const areSame = (a: readonly number[], b: readonly number[]) => a.length === b.length && within(b, a);

const areAlike = (a: readonly number[], b: readonly number[], by: (token: number) => string) => {
  const [one, two] = [a.map(by).sort(), b.map(by).sort()];
  return one.length === two.length && one.every((word, at) => word === two[at]);
};

/** "Two men and four boys were shot", "rebels shot two men and four boys": as many of the same kinds; of one kind only by the same doers. */
function isAsMany(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (!DONE.has(earlier.code.type)) return false;
  const [one, two] = [sumsOf(earlier, match), sumsOf(later, match)];
  if (one.length === 0 || one.length !== two.length || one.some((sum, at) => sum !== two[at])) return false;
  const { verbLemma, lemma } = bound(match);
  const [a, b] = [earlier.coded, later.coded];
  const open = earlier.actors.length === 0 || later.actors.length === 0;
  const doers = within(later.actors, earlier.actors) || (a.agents.length > 0 && areAlike(a.agents, b.agents, lemma));
  if (one.length > 1) return open || doers;
  if (isElsewhere(a.trigger, b.trigger, match)) return false;
  return verbLemma(a.trigger) === verbLemma(b.trigger) && a.agents.length > 0 && doers;
}

const bound = (match: Matcher) => ({
  verbLemma: (token: number) => match.verbLemma(token),
  lemma: (token: number) => match.lemma(token),
});

function isElsewhere(a: number, b: number, match: Matcher): boolean {
  const [one, two] = [placesBehind(a, match), placesBehind(b, match)];
  return one.length > 0 && two.length > 0 && !one.some((name) => two.includes(name));
}

/** "4 person", "2 woman": those to whom it was done, each with its number; none where one has none. */
function sumsOf({ coded }: Draft, match: Matcher): string[] {
  const sums = new Set<string>();
  for (const patient of coded.patients)
    for (const token of match.together(patient)) {
      if (SELF.test(match.view.lower[token] ?? '')) continue;
      const number = match.roles.childBy(token, REL.nummod);
      if (number < 0 || match.view.upos[token] !== NOUN) return [];
      sums.add(`${figure(match.view.lower[number] ?? '')} ${match.lemma(token)}`);
    }
  return [...sums].sort();
}

/** "Ex-mayor meets pupils", and below: "A former mayor met students": the same verb in a headline and in the sentence under it. */
function isHeadline(earlier: Draft, later: Draft, match: Matcher, known: Cast['actors']): boolean {
  const { view } = match;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (view.upos[a] !== VERB || view.upos[b] !== VERB || view.sentence[a] !== 0 || !isInLead(b, view)) return false;
  if (view.paragraph[a] === view.paragraph[b] || match.verbLemma(a) !== match.verbLemma(b)) return false;
  if (!/^VB[ZP]$/.test(view.tag(a)) || !/^VB[DN]$/.test(view.tag(b))) return false;
  const isNamed = (actor: number) => / \p{Lu}/u.test(known[actor]?.name ?? '') || known[actor]?.country !== null;
  const lastOf = (actor: number) => known[actor]?.name.toLowerCase().split(' ').at(-1);
  const areOthers = (one: readonly number[], two: readonly number[]) =>
    one.some(isNamed) && two.some(isNamed) && !two.some((actor) => one.some((other) => lastOf(other) === lastOf(actor)));
  if (areOthers(earlier.actors, later.actors) || areOthers(earlier.recipients, later.recipients)) return false;
  return isSide(earlier.coded.agents, later.coded.agents, match) && isSide(earlier.coded.patients, later.coded.patients, match);
} // biome-ignore format: long condition

/** "The two leaders discussed", right behind their meeting: whatever town they spoke of. */
export function isOfTheTwo(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== 'CONSULT' || later.code.type !== 'CONSULT' || earlier.actors.length !== 2) return false;
  const { view, roles } = match;
  const [who, more] = later.coded.agents;
  if (who === undefined || more !== undefined || !areSame(earlier.actors, later.actors)) return false;
  if ((view.sentence[later.coded.trigger] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) > NEAR) return false;
  return view.lower[roles.childBy(who, REL.nummod)] === 'two' && view.lower[roles.childBy(who, REL.det)] === 'the';
}

/** Whether those on one side of two tellings may be the same: no two names, no other number, no man and woman. */
function isSide(a: readonly number[], b: readonly number[], match: Matcher): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  if (a.length !== b.length) return false;
  const { view, roles } = match;
  return a.every((one, at) => {
    const two = b[at] as number;
    if (match.lemma(one) === match.lemma(two)) return true;
    if (view.upos[one] === PROPN && view.upos[two] === PROPN) return false;
    if (view.upos[two] === PRON || clash(match.lemma(one), match.lemma(two))) return false;
    const count = (token: number) => {
      const number = roles.childBy(token, REL.nummod);
      return number < 0 ? '' : figure(view.lower[number] ?? '');
    };
    return view.tag(one).endsWith('S') === view.tag(two).endsWith('S') && count(one) === count(two);
  });
}

/** "Issued a subpoena. The subpoena was issued by the chairman": a paper, by its noun. */
function isThatPaper(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const [a, b] = [earlier.coded.clause, later.coded.clause];
  const told = roles.clauses.passive[b] ?? -1;
  const object = roles.clauses.object[a] ?? -1;
  if (told < 0 || object < 0 || view.sentence[a] === view.sentence[b]) return false;
  if (view.upos[told] !== NOUN || match.lemma(told) !== match.lemma(object) || match.verbLemma(a) !== match.verbLemma(b)) return false;
  return (
    view.tag(told) === view.tag(object) &&
    /^(?:the|that|this)$/.test(view.lower[roles.childBy(told, REL.det)] ?? '') &&
    within(later.recipients, earlier.recipients)
  );
} // biome-ignore format: long condition

/** "Widened their patrols and stepped up their patrols": two verbs for one thing that is done. */
function isSameInTwo(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const [a, b] = [earlier.coded.clause, later.coded.clause];
  if (view.relation[b] !== REL.conj || view.head[b] !== a || !areSame(earlier.actors, later.actors)) return false;
  const [one, two] = [roles.clauses.object[a] ?? -1, roles.clauses.object[b] ?? -1];
  return one >= 0 && two >= 0 && view.lower[one] === view.lower[two] && earlier.code.cameo === later.code.cameo;
}

/** "Two were hurt in rocket fire in Orlec", "rebels fired nine rockets at Orlec, hurting two": the same toll at the same place, right behind. */
export function isSameToll(earlier: Draft, later: Draft, tollOf: (draft: Draft) => string, match: Matcher): boolean {
  if (earlier.code.type !== 'ASSAULT' || later.code.type !== 'ASSAULT') return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted') return false;
  const { sentence } = match.view;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if ((sentence[b] ?? 0) - (sentence[a] ?? 0) > 2 || isDowned(earlier, match) !== isDowned(later, match)) return false;
  const toll = tollOf(later);
  if (toll === '' || toll !== tollOf(earlier) || saysOther(b, match)) return false;
  // "strikes kill 21 in the north", and right under it "strikes have killed at least 21"
  const open = earlier.actors.length === 0 || later.actors.length === 0 || match.view.upos[a] === NOUN;
  if (open && (sentence[a] ?? 0) < 2 && /^killed (?:[5-9]|\d{2,})$/.test(toll)) return true;
  if (earlier.actors.length > 0 && later.actors.length > 0 && !within(later.actors, earlier.actors)) {
    const { lemma } = bound(match);
    if (!areAlike(earlier.coded.agents, later.coded.agents, lemma)) return false;
  }
  const [one, two] = [placesBehind(a, match), placesBehind(b, match)];
  return one.length > 0 && two.some((name) => one.includes(name));
}

/** "An order by the admiral directing ships": the noun, and what it says. */
function isOrderTo(earlier: Draft, later: Draft, { view }: Matcher): boolean {
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (view.upos[a] !== NOUN || view.tag(b) !== 'VBG' || view.relation[b] !== REL.acl || view.sentence[a] !== view.sentence[b]) return false;
  // "an order by the admiral of the fleet directing": hung from a name on the way
  let up = view.head[b] ?? -1;
  for (let steps = 0; steps < 3 && up > a && view.upos[up] !== VERB; steps++) up = view.head[up] ?? -1;
  return up === a && within(earlier.recipients, later.recipients);
} // biome-ignore format: long condition

/** "Police arrested Holt … made an arrest": one that tells of nobody, by those who made one before. */
const isThatArrest = (earlier: Draft, later: Draft, { view }: Matcher): boolean =>
  later.code.mode === 'arrest' &&
  earlier.code.mode === 'arrest' &&
  later.recipients.length + later.coded.patients.length === 0 &&
  later.actors.length > 0 &&
  earlier.recipients.length > 0 &&
  areSame(earlier.actors, later.actors) &&
  [later.coded.trigger, ...later.coded.consumed].some(
    (token) => view.upos[token] === NOUN && view.lower[token] === 'arrest',
  );

/** "Was killed in a raid by the army", "died when the country's jets killed him": one by name dies once. */
function isDeath(earlier: Draft, later: Draft, match: Matcher, known: Cast['actors']): boolean {
  const [victim] = later.recipients;
  if (victim === undefined || later.recipients.length > 1 || earlier.recipients.length !== 1) return false;
  if (earlier.recipients[0] !== victim || known[victim]?.kind !== 'person' || !/^\p{Lu}/u.test(known[victim].name)) return false;
  const kills = ({ coded, others }: Draft) =>
    [coded.trigger, ...coded.consumed, ...others].some((token) => KILLING.test(match.view.lower[token] ?? ''));
  if (!kills(earlier) || !kills(later)) return false;
  const landOf = (actor: number) => known[actor]?.country ?? null;
  return (
    within(later.actors, earlier.actors) ||
    earlier.actors.length === 0 ||
    // who is called by a state's name alone is not in the cast yet
    later.actors.every((one) => known[one] === undefined || (landOf(one) !== null && earlier.actors.some((other) => landOf(other) === landOf(one))))
  );
} // biome-ignore format: long condition
