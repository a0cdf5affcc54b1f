// The events of a report in; those who died in them, added to whom they were done to: "nine died in a raid", "died when gunmen opened fire", "a raid in which nine died".
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { LASTING } from './same-event.ts';
import { isNamedLand } from './victims.ts';

const DYING: ReadonlySet<string> = new Set(['die', 'perish']);
const WITHIN: ReadonlySet<string> = new Set(['in', 'during', 'due']);
/** What opens a clause that tells of what one died. */
const OCCASIONS: ReadonlySet<string> = new Set(['when', 'as', 'after']);
const SITE = kindMask('place') | kindMask('thing');

/** `somebody` gives the actors that a token's words name, being people. */
export function addDead(
  drafts: readonly Draft[],
  match: Matcher,
  somebody: (token: number) => number[],
  isState: (actor: number) => boolean,
): void {
  const { view, roles, kinds } = match;
  for (const draft of drafts) {
    const { trigger, patients } = draft.coded;
    if (draft.code.type !== 'ASSAULT' || draft.status !== 'asserted' || draft.coded.mutual) continue;
    // "the strike on Velmar": what is struck there may have held them
    if (draft.recipients.some((one) => !isState(one)) && !patients.every((token) => (kinds.of(token) & SITE) !== 0))
      continue;
    // "died in the war": a toll of all that it was
    if (LASTING.has(match.lemma(trigger))) continue;
    const above = deathAbove(trigger, match);
    const verb = above < 0 ? Math.max(deathBelow(trigger, match), sufferingAbove(trigger, match)) : above;
    const subject = verb < 0 ? -1 : (roles.clauses.subject[verb] ?? -1);
    if (subject < 0 || view.upos[verb] !== VERB) continue;
    const dead = somebody(subject).filter(
      (actor) => !draft.actors.includes(actor) && !draft.recipients.includes(actor),
    );
    if (dead.length === 0) continue;
    // "nine died in shelling of a town in Velmar": they, and Velmar only where it is told who struck it
    const struck = draft.recipients;
    const alone = draft.actors.length === 0 && !isNamedLand(draft, match);
    const land = alone ? struck.filter((actor) => !isState(actor)) : struck;
    draft.recipients = [...land, ...dead];
    draft.others.push(verb);
  }
}

/** The verb of dying that a deed's noun or clause hangs from; -1 for none. */
function deathAbove(trigger: number, match: Matcher): number {
  const { view, roles } = match;
  const { head, relation } = view;
  const up = head[trigger] ?? -1;
  if (up < 0 || up > trigger || view.tag(up) === 'VBG' || !DYING.has(match.lemma(up))) return -1;
  const led = roles.caseOf(trigger);
  if (view.upos[trigger] === NOUN) return relation[trigger] === REL.obl && WITHIN.has(led) ? up : -1;
  if (relation[trigger] !== REL.advcl) return -1;
  for (const by of [REL.mark, REL.advmod]) if (OCCASIONS.has(view.lower[roles.childBy(trigger, by)] ?? '')) return up;
  return -1;
}

/** "An ambush in which nine soldiers died": the verb of dying in the clause that describes a deed; -1 for none. */
function deathBelow(noun: number, match: Matcher): number {
  const { view, roles } = match;
  if (view.upos[noun] !== NOUN) return -1;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number) {
    if (view.relation[child] !== REL['acl:relcl'] || !DYING.has(match.lemma(child))) continue;
    for (let at = noun + 2; at < child; at++)
      if (view.lower[at] === 'which' && WITHIN.has(view.lower[at - 1] ?? '')) return child;
  }
  return -1;
}

const SUFFERING: ReadonlySet<string> = new Set(['suffer', 'sustain']);
const HARM =
  /^(?:dead|wounded|injured|casualt(?:y|ies)|loss(?:es)?|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|wounds?|burns?|suffocation|asphyxiation|inhalation|bruises|fractures|concussion)$/;
const BEINGS = kindBit('person') | kindBit('forces') | kindBit('actor');
/** Who loses money as well. */
const FIRMS = /^(?:compan(?:y|ies)|firms?|banks?|investors?|shareholders?|traders?|parties|party|clubs?|teams?)$/;

/** "The army suffered nine dead in an attack", "students suffered burns from tear gas fired at them": the verb of suffering that a deed hangs below; -1 for none. */
function sufferingAbove(trigger: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  let at = trigger;
  for (let steps = 0; steps < DEEP; steps++) {
    const up = view.head[at] ?? -1;
    if (up < 0 || up > at) return -1;
    at = up;
    if (view.upos[at] === VERB && SUFFERING.has(match.lemma(at))) break;
  }
  if (view.upos[at] !== VERB || !SUFFERING.has(match.lemma(at))) return -1;
  const subject = roles.clauses.subject[at] ?? -1;
  if (subject < 0 || subject > at || (kinds.of(subject) & BEINGS) === 0 || FIRMS.test(view.lower[subject] ?? ''))
    return -1;
  for (let word = at + 1; word < at + NEAR; word++) if (HARM.test(view.lower[word] ?? '')) return at;
  return -1;
}
/** Steps from a deed up to the verb, and tokens from that verb to what is suffered. */
const DEEP = 6;
const NEAR = 6;
