// Two events that one sentence tells in two ways in, made one: a deed and its manner, the measures of a sanction, a weapon and its going off.
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import { type Draft, join, settled } from './draft.ts';
import { addVictims, carried, RESULTS } from './join-result.ts';
import type { Matcher } from './match.ts';
import { agree, HARMED } from './same-event.ts';

const HARD: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']);
const SOFT: ReadonlySet<string> = new Set(['SUPPORT', 'AGREE', 'AID', 'COOPERATE', 'CONSULT', 'CONCEDE', 'RETREAT']);

/** "Defended the state by arresting critics": a hard deed is no way of doing a kind one, it is a deed of its own. */
const isManner = (whole: Draft, way: Draft) => !(HARD.has(way.code.type) && SOFT.has(whole.code.type));

/** "Made a concession by freeing nine": the gerund says what the main clause calls by its kind. */
export function joinManner(draft: Draft, byClause: ReadonlyMap<number, Draft>, match: Matcher): void {
  if (draft.into) return;
  const { view, roles } = match;
  let at = draft.coded.clause;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (view.relation[at] === REL.advcl && roles.caseOf(at) === 'by') break;
    at = view.upos[at] === VERB || view.upos[at] === NOUN ? (view.head[at] ?? -1) : -1;
  }
  const main = at < 0 ? -1 : (view.head[at] ?? -1);
  if (main < 0 || view.relation[at] !== REL.advcl || roles.caseOf(at) !== 'by') return;
  const whole = byClause.get(main);
  if (whole && whole !== draft && !settled(whole).into && settled(whole) !== draft && isManner(whole, draft)) {
    draft.into = settled(whole);
    draft.into.others.push(draft.coded.trigger);
  }
}

const MEASURES: ReadonlySet<string> = new Set('freeze ban bar block prohibit restrict cut limit'.split(' '));

/** "Imposed sanctions on Holt, freezing her assets and banning her from travelling": what the sanctions are. */
export function joinMeasure(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, match: Matcher): void {
  const { view, roles } = match;
  const { trigger } = draft.coded;
  if (draft.into || view.tag(trigger) !== 'VBG' || !MEASURES.has(match.lemma(trigger))) return;
  let first = trigger;
  for (let steps = 0; steps < 3 && view.relation[first] === REL.conj; steps++) first = view.head[first] ?? -1;
  if (view.relation[first] !== REL.advcl || view.lower[first - 1] !== ',') return;
  const whole = byTrigger.get(roles.governorOf(first));
  if (!whole || whole === draft || !/\bsanctions?\b/.test(whole.coded.entry.words)) return;
  if (HARD.has(whole.code.type) && HARD.has(draft.code.type) && agree(whole.actors, draft.actors)) join(draft, whole);
}

/** "Was struck and killed by an airstrike": the agent stands once, behind the second verb. */
export function joinFellow(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, match: Matcher): void {
  const { view, roles } = match;
  const { trigger, agents } = draft.coded;
  if (draft.into || draft.code.type !== 'ASSAULT' || agents.length > 0 || !RESULTS.has(match.verbLemma(trigger)))
    return;
  if ((roles.clauses.passive[trigger] ?? -1) < 0) return;
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    const fellow = view.relation[child] === REL.conj ? byTrigger.get(child) : undefined;
    if (
      fellow?.code.type !== 'ASSAULT' ||
      fellow.status !== draft.status ||
      ((roles.clauses.passive[child] ?? -1) !== (roles.clauses.passive[trigger] ?? -1) &&
        (roles.clauses.passive[child] ?? -1) >= 0)
    )
      continue;
    const into = settled(fellow);
    if (into === draft || !agree(into.recipients, draft.recipients)) continue;
    join(draft, into);
    return;
  }
}

/** "The strike was the deadliest attack this year": one thing under two names. */
export function joinPredicate(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, { view, roles }: Matcher): void {
  const { trigger } = draft.coded;
  if (draft.into || view.upos[trigger] !== NOUN) return;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const named = subject < 0 ? undefined : byTrigger.get(subject);
  if (!named || named === draft || named.code.type !== draft.code.type || view.upos[subject] !== NOUN) return;
  if (roles.childBy(trigger, REL.cop) < 0 || draft.status === 'negated' || settled(named) === draft) return;
  join(draft, named);
  for (const one of draft.recipients)
    if (!named.actors.includes(one) && !named.recipients.includes(one)) named.recipients.push(one);
}

/** "A car bomb exploded, killing nine": the bomb and its going off are one, whoever is counted. */
export function joinWeapon(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, { view, roles }: Matcher): void {
  const { trigger, entry } = draft.coded;
  if (draft.into || !/^(?:explode|detonate|go off)/.test(entry.words) || draft.status !== 'asserted') return;
  const hung = view.relation[trigger] === REL.acl ? (view.head[trigger] ?? -1) : -1;
  const bomb = byTrigger.get(hung >= 0 ? hung : (roles.clauses.subject[trigger] ?? -1));
  if (!bomb || bomb.code.type !== draft.code.type || bomb.status !== 'asserted' || settled(bomb) === draft) return;
  if (agree(bomb.actors, draft.actors) && agree(bomb.recipients, draft.recipients)) join(draft, bomb);
}

const OCCASIONS: ReadonlySet<string> = new Set(['when', 'as', 'after']);

/** "Nine were killed when gunmen opened fire": the clause tells the attack whose victims the main one counts. */
export function joinOccasion(
  draft: Draft,
  byTrigger: ReadonlyMap<number, Draft>,
  match: Matcher,
  isKnown: (actor: number) => boolean,
): void {
  const { trigger, operators } = draft.coded;
  const { view, roles } = match;
  if (draft.into || draft.code.type !== 'ASSAULT' || view.upos[trigger] !== VERB || operators.length > 0) return;
  if (!HARMED.has(match.lemma(trigger)) || draft.actors.length > 0 || draft.status !== 'asserted') return;
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    if (child < trigger || view.relation[child] !== REL.advcl || !OCCASIONS.has(opener(child, match))) continue;
    const cause = byTrigger.get(child) ?? carried(child, byTrigger, match);
    if (!cause || cause === draft || cause.code.type !== 'ASSAULT' || cause.status !== 'asserted') continue;
    // "killed after beating a guard" borrows its subject from the victims
    if (cause.actors.some((one) => draft.recipients.includes(one))) continue;
    const into = settled(cause);
    if (into === draft) continue;
    draft.into = into;
    into.others.push(trigger);
    addVictims(draft, into, match, isKnown);
    return;
  }
}

/** The word that opens a clause: "when", "as"; '' for none. */
function opener(verb: number, { view, roles }: Matcher): string {
  for (let child = roles.children.first[verb] as number; child >= 0 && child < verb; child = roles.children.next[child] as number)
    if (view.relation[child] === REL.mark || view.relation[child] === REL.advmod) return view.lower[child] ?? '';
  return '';
} // biome-ignore format: one long loop
