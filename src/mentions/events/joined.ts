// An operator, the event that its complement names and the code of both in, the event that they make together out.
import { PRON, REL } from '../actors/token-view.ts';
import { isLeader } from './at-behest.ts';
import type { Coded } from './coder.ts';
import type { Code } from './event.ts';
import { kindBit, kindMask } from './kinds.ts';
import { meetsWithout } from './lookalikes.ts';
import type { Matcher } from './match.ts';
import { isAim } from './noun-roles.ts';
import type { Operator } from './operators.ts';
import { receiver } from './receivers.ts';

const ALLIES = kindMask('body') | kindBit('forces') | kindBit('state');
/** What others say, which may be turned down. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'REQUEST', 'THREATEN']);
const HARSH: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);
const TAKING_PART: ReadonlySet<string> = new Set(['take part in', 'participate in', 'join']);
const LOOKING_ON: ReadonlySet<string> = new Set(['attend', 'address', 'witness', 'watch', 'see', 'visit']);

/** What an operator makes of the event below it: who acts and who is acted upon, of the operator's own words and of the event's. */
export function joined(
  match: Matcher,
  verb: number,
  operator: Operator,
  inner: Coded,
  code: Code,
  { agent, patient, passive, verbal }: { agent: number; patient: number; passive: boolean; verbal: boolean },
): Coded | null {
  const { operation } = operator;
  const carried = code === inner.code && !verbal;
  const isInner = (token: number) => token === inner.trigger || inner.consumed.includes(token);
  let agents = agent >= 0 && !isInner(agent) ? [agent] : [];
  let patients: number[] = [];
  // "urged Holt to halt", "called on both sides to"
  const told =
    operator.preposition !== null && ['on', 'upon', 'with', 'to'].includes(operator.preposition)
      ? match.led(verb, [], operator.preposition)
      : passive
        ? patient
        : (match.roles.clauses.object[verb] ?? -1);
  const party = told >= 0 && !isInner(told) && told !== agent ? told : (match.roles.clauses.indirect[verb] ?? -1);
  if (operation === 'undergo') {
    // "fast food is under attack": nobody is hurt
    if (!match.suits(inner.entry, [], agents)) return null;
    patients = agents;
    agents = [...inner.agents];
    for (const preposition of ['from', 'by'])
      if (agents.length === 0) {
        const led = match.roles.obliqueOf(verb, preposition);
        if (led >= 0) agents.push(led);
      }
  } else if (carried) {
    patients = [...inner.patients];
    if (inner.mutual) {
      const other = match.led(verb, [inner.trigger], 'with');
      if (other >= 0 && !patients.includes(other)) patients.push(other);
      if (agents.length === 0 || meetsWithout(agents, inner.trigger, match)) agents = [...inner.agents];
      else patients.push(...inner.agents.filter((one) => !agents.includes(one)));
    } else {
      // "the raid was carried out with drones", "jointly with the navy": never at them
      const strikes = inner.code.type === 'ASSAULT';
      const ally = strikes ? match.roles.obliqueOf(verb, 'with') : -1;
      if (ally >= 0 && isJoint(match, verb, ally))
        agents = agents.length > 0 ? [...agents, ally] : [...inner.agents, ally];
      for (const preposition of strikes ? ['on', 'against', 'to', 'for'] : ['on', 'against', 'to', 'with', 'for'])
        if (patients.length === 0) {
          const led = match.roles.obliqueOf(verb, preposition);
          if (led >= 0 && !isAim(match.view.lower[led] ?? '')) patients.push(led);
        }
      // "gave the rebels support"
      const indirect = receiver(match, verb);
      if (patients.length === 0 && indirect >= 0) patients.push(indirect);
      // "the arrests were carried out", "came under Russian attack"; "attended a rally by miners": theirs, whoever looks on
      const onlooker = inner.code.type === 'PROTEST' && inner.agents.length > 0 && LOOKING_ON.has(match.lemma(verb));
      if (agents.length === 0 || onlooker) agents = [...inner.agents];
      // "took part in the Dorvanian invasion": both
      else if (TAKING_PART.has(operator.words)) agents.push(...inner.agents.filter((one) => !agents.includes(one)));
    }
  } else {
    if (party >= 0 && !isInner(party)) patients.push(party);
    // "agreed with Velmar to deport them": whom it was agreed with
    else if (operation === 'agree') {
      const other = match.roles.obliqueOf(verb, 'with');
      if (other >= 0 && !isInner(other)) patients.push(other);
    }
    // "rejected objections by Velmar to the claim of Oster": whose word it was, and not what it was about
    const spoken = operation === 'refuse' && !verbal && inner.agents.length > 0 && SPOKEN.has(inner.code.type);
    // "vetoed sanctions on Velmar": those who want them, and not Velmar
    const spared = operation === 'refuse' && HARSH.has(inner.code.type);
    // "warned that his men would fire on it": his own
    const own = (one: number) =>
      operation === 'threaten' && match.view.upos[match.roles.childBy(one, REL['nmod:poss'])] === PRON;
    const others = [...inner.agents.filter((one) => !own(one)), ...(spoken || spared ? [] : inner.patients)].filter(
      (one) => one !== agent && one !== party && !match.together(agent).includes(one) && !isLeader(one, match.view),
    );
    if (patients.length === 0) patients.push(...others);
    if (passive && agents.length === 0 && (operation === 'agree' || operation === 'cancel' || operation === 'stop'))
      agents = [...inner.agents];
  }
  return {
    code,
    trigger: carried ? inner.trigger : verb,
    clause: verb,
    agents,
    patients: patients.filter((one) => !agents.includes(one)),
    mutual: carried && inner.mutual,
    operators: [verb, ...inner.operators],
    consumed: [verb, inner.trigger, ...inner.consumed],
    entry: inner.entry,
    path: `${operator.words} + ${inner.path}`,
  };
}

/** "Jointly with the navy", "together with the army", "alongside". */
function isJoint({ view, kinds }: Matcher, verb: number, ally: number): boolean {
  if ((kinds.of(ally) & ALLIES) === 0) return false;
  for (let at = Math.max(verb + 1, ally - 8); at < ally; at++)
    if (view.lower[at] === 'with') return JOINTLY.test(view.lower[at - 1] ?? '');
  return false;
}

const JOINTLY = /^(?:jointly|together|along|conjunction|coordination|cooperation)$/;
