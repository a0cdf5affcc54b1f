// A verb that says what is meant with a deed in, the event that both make out: "agreed to withdraw", "threatened to attack".
import { ADJ, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { isOfOthers } from './alarm.ts';
import type { Coded, Coder } from './coder.ts';
import { complements, counted, infinitives, isNoDoing } from './complements.ts';
import { agreedWith, composed, isJoint, menaced, type Operation, opposing, ruling } from './composed.ts';
import { PEACEABLE } from './event.ts';
import { joined } from './joined.ts';
import { kindBit } from './kinds.ts';
import { isNaming, isParticiple } from './lookalikes.ts';
import { isManhunt } from './manhunt.ts';
import type { Matched } from './match.ts';
import type { Operator } from './operators.ts';
import { plainOperator, WHETHER } from './plain-operator.ts';
import { isAsked, purposeOf } from './purposes.ts';
import { rallied } from './rallying.ts';
import { takesPart } from './takes-part.ts';
import { undoneBy } from './undone.ts';

/** Requests only before an infinitive: what else is told is told. */
const TELLING: ReadonlySet<string> = new Set([
  'tell',
  'advise',
  'press',
  'pressure',
  'prod',
  'encourage',
  'counsel',
  'nudge',
  'recommend',
]);
/** A noun complement is the event itself; the verb only carries it: "launched an attack". */
const CARRYING: ReadonlySet<Operation> = new Set([
  'go', 'announce', 'plan', 'maybe', 'try', 'fail', 'deny', 'order', 'let', 'undergo',
]); // biome-ignore format: one table
/** These make no event of a clause below them: its own verb is coded, with its status. */
const TRANSPARENT: ReadonlySet<Operation> = new Set([
  'plan', 'maybe', 'try', 'fail', 'deny', 'let', 'announce', 'go', 'order', 'cause', 'undergo', 'judge',
]); // biome-ignore format: one table
/** With these what is not to be done is given up: "agreed not to attack" is no attack, "promised not to" no threat. */
const CONSENT: ReadonlySet<Operation> = new Set(['agree', 'accept', 'promise', 'offer']);
/** What one gets from others by what one did. */
const EARNING: ReadonlySet<string> = new Set(['win', 'earn', 'attract', 'elicit', 'garner', 'incur']);
const GROUP = kindBit('forces') | kindBit('body');
const HARSH: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ASSAULT']);
const ENDED: ReadonlySet<string> = new Set(['visit', 'trip', 'tour', 'stay']);

/** The event of an operator that is a verb; null where its complement is none. */
export function compose(
  coder: Coder,
  verb: number,
  { found: operator, tokens }: Matched<Operator>,
  depth: number,
  state = false,
): Coded | null {
  const { match } = coder;
  if (isNaming(verb, operator.preposition, match)) return null;
  const { operation } = operator;
  const own = match.roles.rolesOf(verb);
  const { patient } = own;
  const agent = state && own.passive ? patient : own.agent;
  const passive = own.passive && !state;
  const { open, complement, object } = match.roles.clauses;
  const candidates: number[] = [];
  if (operator.preposition !== null) {
    const led = match.led(verb, tokens, operator.preposition);
    // "responded with air strikes", against "pleaded with the rebels"
    const told = ['on', 'upon', 'with'].includes(operator.preposition) && operation !== 'go';
    if (led >= 0 && !told) candidates.push(led);
  }
  for (const one of [open[verb] ?? -1, complement[verb] ?? -1, passive ? patient : (object[verb] ?? -1)])
    if (one >= 0 && one !== verb) candidates.push(one);
  if (passive) counted(match.roles, match.view, candidates);
  else complements(match, verb, tokens, operation, candidates);
  if (operation === 'agree' || operation === 'promise' || operation === 'refuse')
    for (const preposition of ['to', 'on']) {
      const led = match.roles.obliqueOf(verb, preposition);
      if (led >= 0) candidates.push(led);
    }
  // "the war between the army, led by Holt, and the rebels": who led the army led no war with that
  if (operator.words === 'lead' && passive && match.view.lower[verb - 1] === ',' && patient < verb - 2) {
    const near = verb - 2;
    if (match.kinds.of(near) & GROUP && match.view.head[near] === patient) return null;
  }
  if (operation === 'judge') return null;
  if (operation === 'go' && isNoDoing(match, verb, agent)) return null;
  // "ended a two-day visit": it was paid
  if (operation === 'stop' && (object[verb] ?? -1) >= 0 && ENDED.has(match.lemma(object[verb] as number))) return null;
  // "the killing unleashed riots": who killed did not riot
  const sets =
    operator.words === 'unleash' &&
    agent >= 0 &&
    match.view.upos[agent] === NOUN &&
    coder.code(agent, depth + 1) !== null;
  if (operation === 'cause' || sets) return caused(coder, verb, operator, agent);
  const against = rallied(match, verb, operator, agent);
  if (against) return against;
  infinitives(match, verb, candidates, operation === 'order');
  for (const one of candidates) {
    const pos = match.view.upos[one];
    const verbal = pos === VERB || (pos === ADJ && (match.roles.clauses.subject[one] ?? -1) > verb);
    if (verbal && match.roles.isLedBy(one, REL.mark, WHETHER)) continue;
    // "told the court that it was raided", "asked whether": only an infinitive is asked of somebody
    const lifting = operator.words === 'recommend' && match.view.tag(one) === 'VBG';
    if (operation === 'request' && TELLING.has(operator.words) && !lifting && !isAsked(one, match.view)) continue;
    // "ordered the mayors jailed": what was ordered done is done
    const done = verbal && operation === 'order' && isParticiple(match.view.tag(one));
    if (verbal && TRANSPARENT.has(operation) && operation !== 'go' && operation !== 'fail' && !done) continue;
    // "wants to meet" is a wish of one's own, "wants them to meet" a request
    if (verbal && operation === 'want' && match.roles.rolesOf(one).agent === agent) continue;
    // "denied that it was behind the attack": the attack was, whoever did it
    if (operation === 'deny' && !verbal && match.roles.childBy(one, REL.cop) >= 0) continue;
    const undone = CONSENT.has(operation) ? undoneBy(one, match.view, match.roles) : -1;
    for (const part of match.together(undone < 0 ? one : undone)) {
      const own = coder.code(part, depth + 1);
      const meant =
        CONSENT.has(operation) && (!own || own.code.type === 'MOBILIZE') ? purposeOf(coder, part, depth) : null;
      const found = meant ?? own;
      if (!found) continue;
      // "ordered nine members of the cabinet jailed": the nine
      const whom = done ? (object[verb] ?? -1) : -1;
      const nested = whom >= 0 && found.patients.every((at) => at > whom && at < one);
      const inner = nested ? { ...found, patients: [whom] } : found;
      // "will consider the demands": somebody else's
      if (operation === 'maybe' && !verbal && inner.code.type === 'REQUEST') return null;
      if (verbal && operator.words === 'warn' && isOfOthers(inner, agent, coder)) continue;
      // "has two prior convictions", "had a loan": what one has is no deed, unless it takes two ("had talks")
      if (operator.words === 'have' && !verbal && !inner.mutual)
        return inner.agents.some((one) => match.view.upos[one] !== PRON) ? null : coder.nothing(verb, [inner.trigger]);
      // "granted the request of the premier": somebody else's
      if (operator.words === 'grant' && inner.code.type === 'REQUEST') return null;
      // "expressed its rejection and condemnation of the decree": nothing was proposed to whoever condemns it
      if (operation === 'go' && inner.code.type === 'REJECT' && isFaulting(coder, one, part, depth)) continue;
      if (undone >= 0) {
        // "vowed not to resume the talks", "pledged never to recognise it"
        const declined =
          operation === 'promise' && PEACEABLE.has(inner.code.type) ? composed('refuse', inner.code) : null;
        if (declined)
          return joined(match, verb, operator, { ...inner, consumed: [...inner.consumed, one] }, declined, {
            agent,
            patient,
            passive,
            verbal,
          });
        const yielded = composed('stop', inner.code);
        // what is no harm ("agreed not to meet") is not given up for anybody
        const code = yielded && yielded.type !== 'SANCTION' ? composed(operation, yielded) : null;
        const ruledOut = { ...inner, consumed: [...inner.consumed, one] };
        if (code) return joined(match, verb, operator, ruledOut, code, { agent, patient, passive, verbal });
        continue;
      }
      // "began shelling": the shelling is coded; "failed to agree" is a refusal, other failures are negations
      const menace =
        operator.words === 'hesitate' && match.roles.childBy(verb, REL.advmod) >= 0 ? menaced(inner.code) : null;
      if (menace) return joined(match, verb, operator, inner, menace, { agent, patient, passive, verbal });
      if (verbal && (operation === 'go' || (operation === 'fail' && !isJoint(inner.code)))) return null;
      // "forced the army to withdraw", "was forced to resign": they did
      if (verbal && operation === 'force' && inner.code.type === 'RETREAT') return null;
      // pledged support is support
      const spoken = operation === 'promise' && !verbal && inner.code.type === 'SUPPORT';
      // "ordered the preacher freed"
      if (done && !HARSH.has(inner.code.type) && inner.code.mode !== 'release') continue;
      // "denied the accusation": somebody else's
      if (operation === 'deny' && inner.code.type === 'ACCUSE') return null;
      const against =
        opposing(operation, inner, verbal) ??
        agreedWith(operation, inner.code, verbal, match.roles.obliqueOf(verb, 'with') >= 0);
      const code =
        against ??
        (((CARRYING.has(operation) || spoken) && !verbal) ||
        done ||
        (operation === 'help' && takesPart(match, verb, inner.code))
          ? inner.code
          : composed(ruling(operation, inner.code, state || match.view.upos[verb] === ADJ), inner.code));
      if (!code) continue;
      // "called for Dorvania's withdrawal from Velmar": asked of those who are to leave
      const leaving = operation === 'request' && inner.code.mode === 'withdraw' && inner.agents.length > 0;
      const asked = leaving ? { ...inner, patients: [] } : inner;
      const whole = code === inner.code ? inner : withOthers(coder, asked, one, depth);
      return joined(match, verb, operator, whole, code, { agent, patient, passive, verbal });
    }
  }
  if (operation === 'promise' && isManhunt(match, verb)) return coder.nothing(verb, []);
  return plainOperator(match, verb, operator, passive ? -1 : agent);
}

/** "Called for a ban and the arrest of its leaders": what is coordinated with what was asked for was asked for too. */
function withOthers(coder: Coder, inner: Coded, candidate: number, depth: number): Coded {
  const consumed = [...inner.consumed];
  for (const other of coder.match.together(candidate)) {
    const more = other === inner.trigger ? null : coder.code(other, depth + 1);
    if (more) consumed.push(more.trigger, ...more.consumed);
  }
  return consumed.length > inner.consumed.length ? { ...inner, consumed } : inner;
}

/** "The barrage drew a rebuke from Holt": what was caused is done to the one who caused it. */
function caused(coder: Coder, verb: number, operator: Operator, agent: number): Coded | null {
  const object = coder.match.roles.clauses.object[verb] ?? -1;
  const inner = object < 0 ? null : coder.code(object, 1);
  // "drew criticism for its silence": the subject's own
  const theirs =
    inner?.code.type === 'ACCUSE' &&
    inner.patients.every(
      (one) => coder.match.view.upos[one] === PRON && coder.match.view.relation[one] === REL['nmod:poss'],
    );
  if (!inner || !coder.match.view.upos[object] || (inner.patients.length > 0 && !theirs) || agent < 0) return null;
  // "won praise from Holt", against "won the battle"
  if (
    EARNING.has(operator.words) &&
    coder.match.roles.obliqueOf(object, 'from') < 0 &&
    coder.match.roles.obliqueOf(verb, 'from') < 0
  )
    return null;
  // "militants triggered a blast": who sets it off does it
  const own = inner.code.type === 'ASSAULT' && inner.agents.length === 0;
  // "nine were killed, prompting airstrikes": what befell them did, and they are not struck for it
  const { relation, head } = coder.match.view;
  const befell = !own && relation[agent] === REL['nsubj:pass'] && head[agent] !== verb;
  return {
    ...inner,
    clause: verb,
    ...(own ? { agents: [agent], patients: [] } : { patients: befell ? [] : [agent] }),
    operators: [verb, ...inner.operators],
    consumed: [verb, inner.trigger, ...inner.consumed],
    path: `${operator.words} + ${inner.path}`,
  };
}

/** Whether one of those coordinated with a part condemns. */
function isFaulting(coder: Coder, one: number, part: number, depth: number): boolean {
  return coder.match
    .together(one)
    .some((other) => other !== part && coder.code(other, depth + 1)?.code.type === 'ACCUSE');
}
